import { newId } from '../../../platform/crypto/ids.ts';
import { statement, type Tx } from '../../../platform/db/database.ts';

/** What a key is for. */
export type Ref = { draftId: string; caseId?: undefined } | { caseId: string; draftId?: undefined };

/** For a job's payload and its principal. */
export const idsOf = (ref: Ref): { draftId: string } | { caseId: string } =>
  ref.draftId === undefined ? { caseId: ref.caseId } : { draftId: ref.draftId };

export interface DataKeyRow {
  draft_id: string | null;
  case_id: string | null;
  authority_id: string;
  person_id: string | null;
  wrapped: Buffer;
}

const INSERT = statement(
  'documents.insert-key',
  `insert into hall.data_key (id, draft_id, case_id, authority_id, person_id, wrapped, created_at)
   values ($1, $2, $3, $4, $5, $6, now())`,
);
export async function insertKey(tx: Tx, ref: Ref, authorityId: string, wrapped: Buffer): Promise<void> {
  const { principal } = tx;
  const personId = principal.kind === 'person' && ref.draftId ? principal.personId : null;
  await tx.run(INSERT, newId(), ref.draftId ?? null, ref.caseId ?? null, authorityId, personId, wrapped);
}

const COLUMNS = 'draft_id, case_id, authority_id, person_id, wrapped';
const BY_DRAFT = statement<DataKeyRow>(
  'documents.key-of-draft',
  `select ${COLUMNS} from hall.data_key where draft_id = $1`,
);
const BY_CASE = statement<DataKeyRow>(
  'documents.key-of-case',
  `select ${COLUMNS} from hall.data_key where case_id = $1`,
);
export const findKey = (tx: Tx, ref: Ref): Promise<DataKeyRow | undefined> =>
  ref.draftId === undefined ? tx.one(BY_CASE, ref.caseId) : tx.one(BY_DRAFT, ref.draftId);

const LOCK_DRAFT = statement<DataKeyRow>(
  'documents.lock-key-of-draft',
  `select ${COLUMNS} from hall.data_key where draft_id = $1 for update`,
);
/**
 * The key of a draft that is about to be handed over. Whoever is just laying a file to it holds the lock: only what reads
 * after them finds that file.
 */
export const lockKey = (tx: Tx, draftId: string): Promise<DataKeyRow | undefined> => tx.one(LOCK_DRAFT, draftId);

const HAND_OVER = statement<{ count: number }>(
  'documents.hand-over',
  `with files as (update hall.file set case_id = $2 where draft_id = $1 and case_id is null),
        keys as (update hall.data_key set case_id = $2, authority_id = $3, wrapped = $4
                  where draft_id = $1 and case_id is null returning id)
   select count(*)::int as count from keys`,
);
/** From now on key and files of the draft are also those of the case. */
export async function handOverKey(
  tx: Tx,
  to: { draftId: string; caseId: string; authorityId: string },
  wrapped: Buffer,
): Promise<boolean> {
  return (await tx.one(HAND_OVER, to.draftId, to.caseId, to.authorityId, wrapped))?.count === 1;
}

const GRANT_KEY = statement(
  'documents.grant-key',
  'update hall.data_key set person_id = $2 where draft_id = $1 and person_id is null',
);
const GRANT_FILES = statement(
  'documents.grant-files',
  'update hall.file set person_id = $2 where draft_id = $1 and person_id is null',
);
/** The draft now belongs to a person who has signed in. */
export async function grantKey(tx: Tx, draftId: string, personId: string): Promise<void> {
  await tx.run(GRANT_KEY, draftId, personId);
  await tx.run(GRANT_FILES, draftId, personId);
}

const DELETE_CODES = statement(
  'documents.delete-codes',
  `delete from hall.document_code where case_id = $1
    or case_id = (select case_id from hall.data_key where draft_id = $1)`,
);
const DELETE_FILES = statement<{ id: string }>(
  'documents.delete-files',
  'delete from hall.file where draft_id = $1 or case_id = $1 returning id',
);
const DELETE_KEY = statement('documents.delete-key', 'delete from hall.data_key where draft_id = $1 or case_id = $1');
/** Deletes key, files and codes of `ref`; returns the ids of files whose bytes still lie, unreadable, on the disk. */
export async function deleteKey(tx: Tx, ref: Ref): Promise<string[]> {
  const id = ref.draftId ?? ref.caseId;
  await tx.run(DELETE_CODES, id);
  // The key first: a file that is just being laid to it is waited for, and goes with the others.
  await tx.run(DELETE_KEY, id);
  const files = await tx.many(DELETE_FILES, id);
  return files.map((file) => file.id);
}
