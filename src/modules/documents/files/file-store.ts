import { statement, type Tx } from '../../../platform/db/database.ts';
import type { Ref } from '../keys/data-key-store.ts';
import type { FileKind, FileState, UploadRefusal } from './stored-file.ts';

export interface FileRow {
  id: string;
  draft_id: string | null;
  case_id: string | null;
  kind: FileKind;
  field: string | null;
  sealed_facts: Buffer;
  type: string;
  size_bytes: string;
  state: FileState;
  reason: UploadRefusal | null;
  stored_at: Date;
}

/** What of a file is sealed with it. */
export interface FileFacts {
  name: string;
  /** SHA-256 of the bytes, hex. */
  sha256: string;
}

/** Whose file it is from its row: the draft's first, since a draft's file is also its case's later. */
export const refOf = (row: Pick<FileRow, 'draft_id' | 'case_id'>): Ref =>
  row.draft_id === null ? { caseId: row.case_id ?? '' } : { draftId: row.draft_id };

const INSERT = statement(
  'documents.insert-file',
  `insert into hall.file (id, draft_id, case_id, person_id, kind, field, sealed_facts, type, size_bytes, state, stored_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now())`,
);
const INSERT_PLACE = statement('documents.insert-file-place', 'insert into hall.file_place (id) values ($1)');

export interface NewFile {
  id: string;
  ref: Ref;
  personId: string | null;
  kind: FileKind;
  field: string | null;
  sealedFacts: Buffer;
  type: string;
  sizeBytes: number;
  state: FileState;
}
export async function insertFile(tx: Tx, file: NewFile): Promise<void> {
  const { draftId = null, caseId = null } = file.ref;
  const facts = [file.kind, file.field, file.sealedFacts, file.type, file.sizeBytes, file.state];
  await tx.run(INSERT, file.id, draftId, caseId, file.personId, ...facts);
  await tx.run(INSERT_PLACE, file.id);
}

interface Owner {
  case_id: string | null;
  person_id: string | null;
}
const LOCK_DRAFT = statement<Owner>(
  'documents.lock-draft-key',
  'select case_id, person_id from hall.data_key where draft_id = $1 for update',
);
const LOCK_CASE = statement<Owner>(
  'documents.lock-case-key',
  'select case_id, person_id from hall.data_key where case_id = $1 for update',
);
/** Whose draft or case it is; until this transaction ends it is neither handed over nor filled by somebody else. */
export const lockOwner = (tx: Tx, ref: Ref): Promise<Owner | undefined> =>
  ref.draftId === undefined ? tx.one(LOCK_CASE, ref.caseId) : tx.one(LOCK_DRAFT, ref.draftId);

const COLUMNS = 'id, draft_id, case_id, kind, field, sealed_facts, type, size_bytes, state, reason, stored_at';
const OF_DRAFT = statement<FileRow>(
  'documents.files-of-draft',
  `select ${COLUMNS} from hall.file where draft_id = $1 order by stored_at, id limit 100`,
);
const OF_CASE = statement<FileRow>(
  'documents.files-of-case',
  `select ${COLUMNS} from hall.file where case_id = $1 order by stored_at, id limit 100`,
);
export const findFiles = (tx: Tx, ref: Ref): Promise<FileRow[]> =>
  ref.draftId === undefined ? tx.many(OF_CASE, ref.caseId) : tx.many(OF_DRAFT, ref.draftId);

const BY_ID = statement<FileRow>('documents.file-by-id', `select ${COLUMNS} from hall.file where id = $1`);
export const findFile = (tx: Tx, id: string): Promise<FileRow | undefined> => tx.one(BY_ID, id);

const DELETE = statement('documents.delete-file', 'delete from hall.file where id = $1');
export const deleteFile = (tx: Tx, id: string): Promise<number> => tx.run(DELETE, id);

const JUDGE = statement(
  'documents.judge-file',
  `update hall.file set state = $2, reason = $3 where id = $1 and state = 'quarantined'`,
);
/** What the scan said; said once. */
export const judgeFile = (tx: Tx, id: string, state: FileState, reason: UploadRefusal | null): Promise<number> =>
  tx.run(JUDGE, id, state, reason);

const PLACED = statement<{ id: string }>('documents.placed', 'select id from hall.file_place where id = any($1)');
/** Which of `ids` have a row. */
export const placedOf = async (tx: Tx, ids: readonly string[]): Promise<Set<string>> =>
  new Set((await tx.many(PLACED, ids)).map(({ id }) => id));

const FORGOTTEN = statement<{ id: string; draft_id: string | null; case_id: string | null }>(
  'documents.unscanned',
  `select id, draft_id, case_id from hall.file
    where state = 'quarantined' and stored_at < now() - interval '1 day' order by stored_at limit 500`,
);
/** Files that wait for a scan for more than a day. */
export const longUnscanned = (tx: Tx) => tx.many(FORGOTTEN);
