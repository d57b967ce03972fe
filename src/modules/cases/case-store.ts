import { statement, type Tx } from '../../platform/db/database.ts';
import type { CaseRecord } from './case-record.ts';
import type { CaseState } from './engine/case-state.ts';

interface Row {
  id: string;
  number: string;
  draft_id: string;
  portal: string;
  service: string;
  authority_id: string;
  person_id: string | null;
  form_version_id: string;
  pinned: CaseRecord['pinned'];
  language: CaseRecord['language'];
  level: CaseRecord['level'];
  delivery: CaseRecord['delivery'];
  status: CaseRecord['status'];
  outcome: CaseRecord['outcome'];
  revision: number;
  received_at: Date;
  due_on: string;
  delivered_at: Date | null;
}

const COLUMNS = `id, number, draft_id, portal, service, authority_id, person_id, form_version_id, pinned, language, level,
  delivery, status, outcome, revision, received_at, due_on::text as due_on, delivered_at`;

const BY_ID = statement<Row>('cases.by-id', `select ${COLUMNS} from hall.case_record where id = $1`);
export const caseById = async (tx: Tx, id: string) => recordOf(await tx.one(BY_ID, id));

const LOCKED = statement<Row>('cases.locked', `select ${COLUMNS} from hall.case_record where id = $1 for update`);
/** Like `caseById`, and nobody else changes the case until this transaction ends. */
export const lockCase = async (tx: Tx, id: string) => recordOf(await tx.one(LOCKED, id));

const BY_DRAFT = statement<Row>('cases.by-draft', `select ${COLUMNS} from hall.case_record where draft_id = $1`);
export const caseByDraft = async (tx: Tx, draftId: string) => recordOf(await tx.one(BY_DRAFT, draftId));

const SET_TOKEN = statement<{ set: string }>(
  'cases.set-token',
  `select set_config('hall.case_token', $1, true) as set`,
);
const BY_TOKEN = statement<Row>('cases.by-token', `select ${COLUMNS} from hall.case_record where token = $1`);
/** The case that number and code name together (see `tokenOf`); under the principal `anonymous`. */
export async function caseByToken(tx: Tx, token: string): Promise<CaseRecord | undefined> {
  await tx.one(SET_TOKEN, token);
  return recordOf(await tx.one(BY_TOKEN, token));
}

const OF_PERSON = statement<Row>(
  'cases.of-person',
  `select ${COLUMNS} from hall.case_record where person_id = $1 and (received_at, id) < ($2::timestamptz, $3::uuid)
    order by received_at desc, id desc limit 26`,
);
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** A person's own cases, newest first, 25 and one more that says whether there are more. */
export const casesOfPerson = async (tx: Tx, personId: string, after?: { receivedAt: string; id: string }) =>
  (await tx.many(OF_PERSON, personId, after?.receivedAt ?? 'infinity', after?.id ?? LAST_ID)).map(
    (row) => recordOf(row) as CaseRecord,
  );

const INSERT = statement(
  'cases.insert',
  `with record as (
     insert into hall.case_record (id, number, draft_id, token, portal, service, authority_id, person_id, form_version_id,
       pinned, language, level, delivery, status, revision, received_at, due_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'received', 1, $14, $15)
   )
   insert into hall.case_person (case_id, draft_id, person_id) values ($1, $3, $8)`,
);
export type FreshCase = Omit<CaseRecord, 'status' | 'outcome' | 'revision' | 'deliveredAt' | 'receivedAt'> & {
  token: string;
  receivedAt: string;
};

/** The case and who applies: from here on the transaction may write what belongs to it. */
export async function insertCase(tx: Tx, fresh: FreshCase): Promise<void> {
  await tx.run(
    INSERT,
    fresh.id,
    fresh.number,
    fresh.draftId,
    fresh.token,
    fresh.portal,
    fresh.service,
    fresh.authorityId,
    fresh.personId,
    fresh.formVersionId,
    JSON.stringify(fresh.pinned),
    fresh.language,
    fresh.level,
    fresh.delivery,
    fresh.receivedAt,
    fresh.dueOn,
  );
}

const INSERT_APPLICATION = statement(
  'cases.insert-application',
  `with lead as (
     insert into hall.case_authority (case_id, authority_id, is_lead, number, service, status, received_at, due_on, label,
       wrapped_key)
     values ($1, $2, true, $3, $4, 'received', $5, $6, $7, $8)
   ), application as (
     insert into hall.application (case_id, authority_id, sealed) values ($1, $2, $9)
   )
   insert into hall.case_term (case_id, authority_id, term) select $1, $2, unnest($10::bytea[])`,
);
/** The authority that leads, and what was sent to it: sealed under the key of the case, found by `terms`. */
export async function insertApplication(
  tx: Tx,
  { id, authorityId, number, service, receivedAt, dueOn }: FreshCase,
  { label, wrappedKey, application, terms }: SealedApplication,
): Promise<void> {
  const values = [number, service, receivedAt, dueOn, label, wrappedKey, application, terms];
  await tx.run(INSERT_APPLICATION, id, authorityId, ...values);
}
export interface SealedApplication {
  /** Whom it is about. */
  label: Buffer;
  wrappedKey: Buffer;
  application: Buffer;
  terms: readonly Buffer[];
}

const APPLICATION = statement<{ sealed: Buffer }>(
  'cases.application',
  'select sealed from hall.application where case_id = $1',
);
export const sealedApplication = async (tx: Tx, caseId: string) => (await tx.one(APPLICATION, caseId))?.sealed;

const UPDATE = statement(
  'cases.update',
  'update hall.case_record set status = $2, outcome = $3, revision = $4, delivered_at = case when $5::boolean then $6::timestamptz else delivered_at end where id = $1',
);
const UPDATE_LISTS = statement(
  'cases.update-lists',
  `update hall.case_authority set status = $2, assignee_id = case when is_lead then $3 else assignee_id end where case_id = $1`,
);
/** Writes what the events made of the case into the rows that lists read. `deliveredAt`: null takes it back. */
export async function projectState(
  tx: Tx,
  caseId: string,
  state: CaseState,
  deliveredAt?: string | null,
): Promise<void> {
  const { status, outcome = null, revision, assigneeId = null } = state;
  await tx.run(UPDATE, caseId, status, outcome, revision, deliveredAt !== undefined, deliveredAt ?? null);
  await tx.run(UPDATE_LISTS, caseId, status, assigneeId);
}

function recordOf(row: Row | undefined): CaseRecord | undefined {
  return (
    row && {
      id: row.id,
      number: row.number,
      draftId: row.draft_id,
      portal: row.portal,
      service: row.service,
      authorityId: row.authority_id,
      personId: row.person_id,
      formVersionId: row.form_version_id,
      pinned: row.pinned,
      language: row.language,
      level: row.level,
      delivery: row.delivery,
      status: row.status,
      outcome: row.outcome,
      revision: row.revision,
      receivedAt: row.received_at,
      dueOn: row.due_on,
      deliveredAt: row.delivered_at,
    }
  );
}

const MARK_TOLD = statement(
  'cases.mark-told',
  'update hall.case_authority set told_at = $2 where case_id = $1 and is_lead and told_at is null',
);
/** Remembers that the office was told of a withdrawal; false when it was told before. */
export const markTold = async (tx: Tx, caseId: string, at: Temporal.Instant): Promise<boolean> =>
  (await tx.run(MARK_TOLD, caseId, at.toString())) === 1;
