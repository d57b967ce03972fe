import { statement, type Tx } from '../../../platform/db/database.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import type { AssuranceLevel } from '../../identity/index.ts';
import type { DraftRecord } from './draft.ts';

interface Row {
  id: string;
  portal: string;
  service: string;
  place: string;
  authority_id: string;
  authority: string;
  form_version_id: string;
  language: Language;
  level: AssuranceLevel;
  person_id: string | null;
  state: 'open' | 'sent';
  revision: number;
  sealed: Buffer;
  changed_at: Date;
}
const COLUMNS = `id, portal, service, place, authority_id, authority, form_version_id, language, level, person_id, state,
  revision, sealed, changed_at`;

export interface SealedDraft {
  record: DraftRecord;
  sealed: Buffer;
}

const INSERT = statement(
  'forms.insert-draft',
  `insert into hall.draft (id, portal, service, place, authority_id, authority, form_version_id, language, level,
                           person_id, holders, sealed, created_at, changed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)`,
);
export async function insertDraft(
  tx: Tx,
  draft: Omit<DraftRecord, 'state' | 'revision'> & { holder?: Buffer; sealed: Buffer },
): Promise<void> {
  await tx.run(
    INSERT,
    draft.id,
    draft.portal,
    draft.service,
    draft.place,
    draft.authorityId,
    draft.authorityKey,
    draft.formVersionId,
    draft.language,
    draft.level,
    draft.personId,
    draft.holder ? [draft.holder] : [],
    draft.sealed,
    draft.changedAt.toString(),
  );
}

const FIND = statement<Row>('forms.draft', `select ${COLUMNS} from hall.draft where id = $1`);
const LOCK = statement<Row>('forms.lock-draft', `select ${COLUMNS} from hall.draft where id = $1 for update`);
/** Row-level security decides whether it is there. `lock` until the transaction ends: the next one waits. */
export async function findDraft(tx: Tx, id: string, lock = false): Promise<SealedDraft | undefined> {
  const row = await tx.one(lock ? LOCK : FIND, id);
  return row && { record: recordOf(row), sealed: row.sealed };
}

const HELD = statement<{ id: string }>(
  'forms.held-draft',
  'select id from hall.draft where id = $1 and $2 = any(holders)',
);
/** True when `holder` is the hash of one of the secrets that open it. */
export const isHeldBy = async (tx: Tx, id: string, holder: Buffer): Promise<boolean> =>
  (await tx.one(HELD, id, holder)) !== undefined;

const SAVE = statement(
  'forms.save-draft',
  `update hall.draft set sealed = $2, language = $3, level = $4, form_version_id = $5, authority_id = $6, authority = $7,
          revision = revision + $8::int, changed_at = $9
    where id = $1 and state = 'open'`,
);
/** Writes what was changed. `isChanged`: an answer, so that pages shown earlier are now old. */
export async function saveDraft(
  tx: Tx,
  draft: Omit<DraftRecord, 'changedAt'> & { sealed: Buffer; isChanged: boolean; at: Temporal.Instant },
): Promise<boolean> {
  const { id, sealed, language, level, formVersionId, authorityId, authorityKey, isChanged, at } = draft;
  return (
    (await tx.run(
      SAVE,
      id,
      sealed,
      language,
      level,
      formVersionId,
      authorityId,
      authorityKey,
      isChanged ? 1 : 0,
      at.toString(),
    )) === 1
  );
}

const LOWER = statement('forms.lower-level', 'update hall.draft set level = $2 where id = $1 and level <> $2');
/** The one who works on it now is known less surely than before. */
export const setLevel = (tx: Tx, id: string, level: AssuranceLevel): Promise<number> => tx.run(LOWER, id, level);

const OF_PERSON = statement<Row>(
  'forms.drafts-of-person',
  `select ${COLUMNS} from hall.draft where person_id = $1 and state = 'open' order by changed_at desc, id limit 50`,
);
export const openDraftsOf = async (tx: Tx, personId: string): Promise<DraftRecord[]> =>
  (await tx.many(OF_PERSON, personId)).map(recordOf);

const TAKE_OVER = statement(
  'forms.take-over-draft',
  `update hall.draft set person_id = $2, holders = '{}', resume_hash = null, resume_until = null, changed_at = $3
    where id = $1 and person_id is null and state = 'open'`,
);
/** From now on it is this person's only; the secrets that opened it are forgotten. */
export const giveToPerson = async (tx: Tx, id: string, personId: string, at: Temporal.Instant): Promise<boolean> =>
  (await tx.run(TAKE_OVER, id, personId, at.toString())) === 1;

const KEEP_LINK = statement(
  'forms.keep-resume-link',
  `update hall.draft set resume_hash = $2, resume_until = $3 where id = $1 and person_id is null and state = 'open'`,
);
export const keepResumeLink = async (tx: Tx, id: string, hash: Buffer, until: Temporal.Instant): Promise<boolean> =>
  (await tx.run(KEEP_LINK, id, hash, until.toString())) === 1;

const ADD_HOLDER = statement(
  'forms.add-holder',
  `update hall.draft set holders = (array_prepend($3::bytea, array_remove(holders, $3::bytea)))[1:5]
    where id = $1 and resume_hash = $2 and resume_until > $4 and person_id is null`,
);
/** One more browser holds it, if it has the secret of the link; false when it has not, or too late. */
export const addHolder = async (
  tx: Tx,
  id: string,
  link: Buffer,
  holder: Buffer,
  at: Temporal.Instant,
): Promise<boolean> => (await tx.run(ADD_HOLDER, id, link, holder, at.toString())) === 1;

const FIND_BY_LINK = statement<{ id: string }>(
  'forms.draft-by-link',
  'select id from hall.draft where id = $1 and resume_hash = $2 and resume_until > $3 and person_id is null',
);
export const isLinkGood = async (tx: Tx, id: string, link: Buffer, at: Temporal.Instant): Promise<boolean> =>
  (await tx.one(FIND_BY_LINK, id, link, at.toString())) !== undefined;

const DELETE = statement('forms.delete-draft', `delete from hall.draft where id = $1 and state = 'open'`);
export const deleteRow = async (tx: Tx, id: string): Promise<boolean> => (await tx.run(DELETE, id)) === 1;

const DELETE_OLD = statement(
  'forms.delete-old-draft',
  `delete from hall.draft where id = $1 and state = 'open' and changed_at < $2`,
);
/** Deletes it unless somebody has touched it since `before`. */
export const deleteUntouched = async (tx: Tx, id: string, before: Temporal.Instant): Promise<boolean> =>
  (await tx.run(DELETE_OLD, id, before.toString())) === 1;

const CLOSE = statement(
  'forms.close-draft',
  `update hall.draft set state = 'sent', sent_at = $2, changed_at = $2, resume_hash = null, resume_until = null
    where id = $1 and state = 'open'`,
);
/** From now on the draft is a case; sent again, it leads to the receipt. */
export async function closeDraft(tx: Tx, draftId: string, at: Temporal.Instant): Promise<void> {
  await tx.run(CLOSE, draftId, at.toString());
}

const OLD = statement<{ id: string }>(
  'forms.old-drafts',
  `select id from hall.draft where state = 'open' and changed_at < $1 order by changed_at limit 500`,
);
/** Drafts that nobody has touched since `before`. */
export const untouchedSince = async (tx: Tx, before: Temporal.Instant): Promise<string[]> =>
  (await tx.many(OLD, before.toString())).map(({ id }) => id);

const recordOf = (row: Row): DraftRecord => ({
  id: row.id,
  portal: row.portal,
  service: row.service,
  place: row.place,
  authorityId: row.authority_id,
  authorityKey: row.authority,
  formVersionId: row.form_version_id,
  language: row.language,
  level: row.level,
  personId: row.person_id,
  state: row.state,
  revision: row.revision,
  changedAt: row.changed_at.toTemporalInstant(),
});
