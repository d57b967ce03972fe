import { statement, type Tx } from '../../platform/db/database.ts';

export interface MessageRow {
  id: string;
  case_id: string;
  authority_id: string;
  person_id: string | null;
  direction: 'from-authority' | 'from-person';
  sealed: Buffer;
  wants_answer: boolean;
  written_at: Date;
  read_at: Date | null;
  answered_at: Date | null;
}

/** What of a message is sealed. */
export interface Written {
  subject: string;
  body: string;
  fileIds: readonly string[];
}

const INSERT = statement(
  'mailbox.insert',
  `insert into hall.message (id, case_id, authority_id, person_id, direction, sealed, wants_answer, written_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
export type NewRow = Omit<MessageRow, 'written_at' | 'read_at' | 'answered_at'> & { written_at: string };
export const insertMessage = (tx: Tx, row: NewRow): Promise<number> =>
  tx.run(
    INSERT,
    row.id,
    row.case_id,
    row.authority_id,
    row.person_id,
    row.direction,
    row.sealed,
    row.wants_answer,
    row.written_at,
  );

const COLUMNS =
  'id, case_id, authority_id, person_id, direction, sealed, wants_answer, written_at, read_at, answered_at';
const BY_ID = statement<MessageRow>('mailbox.by-id', `select ${COLUMNS} from hall.message where id = $1`);
export const findMessage = (tx: Tx, id: string): Promise<MessageRow | undefined> => tx.one(BY_ID, id);

const OF_CASE = statement<MessageRow>(
  'mailbox.of-case',
  `select ${COLUMNS} from hall.message where case_id = $1 order by written_at, id limit 200`,
);
export const findOfCase = (tx: Tx, caseId: string): Promise<MessageRow[]> => tx.many(OF_CASE, caseId);

/** Which of a person's messages. */
export const SHOWN = ['all', 'unread', 'to-answer'] as const;
export type Shown = (typeof SHOWN)[number];

/** The place in the list behind which to go on. */
export interface Cursor {
  writtenAt: string;
  id: string;
}
export const PAGE_ROWS = 25;
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const OF_PERSON = statement<MessageRow & { cursor: string }>(
  'mailbox.of-person',
  `select ${COLUMNS}, written_at::text as cursor from hall.message
    where person_id = $1 and direction = 'from-authority' and (written_at, id) < ($2::timestamptz, $3::uuid)
      and case $4 when 'unread' then read_at is null when 'to-answer' then wants_answer and answered_at is null else true end
    order by written_at desc, id desc limit ${PAGE_ROWS + 1}`,
);
/** Newest first, one page and one more that says whether there are more. */
export const findOfPerson = (tx: Tx, personId: string, shown: Shown, after?: Cursor) =>
  tx.many(OF_PERSON, personId, after?.writtenAt ?? 'infinity', after?.id ?? LAST_ID, shown);

const UNREAD = statement<{ count: number }>(
  'mailbox.unread',
  `select count(*)::int as count from (
     select from hall.message where person_id = $1 and direction = 'from-authority' and read_at is null limit 100) found`,
);
export const countUnread = async (tx: Tx, personId: string): Promise<number> =>
  (await tx.one(UNREAD, personId))?.count ?? 0;

const MARK_READ = statement(
  'mailbox.mark-read',
  `update hall.message set read_at = $2 where id = $1 and direction = 'from-authority' and read_at is null`,
);
export const markRead = async (tx: Tx, id: string, at: Temporal.Instant): Promise<boolean> =>
  (await tx.run(MARK_READ, id, at.toString())) === 1;

const MARK_ANSWERED = statement(
  'mailbox.mark-answered',
  `update hall.message set answered_at = $2, read_at = coalesce(read_at, $2)
    where id = $1 and wants_answer and answered_at is null`,
);
/** True for the first answer only; the second waits for the first and then finds it. */
export const markAnswered = async (tx: Tx, id: string, at: Temporal.Instant): Promise<boolean> =>
  (await tx.run(MARK_ANSWERED, id, at.toString())) === 1;

const LOCK_AWAITED = statement<{ id: string }>(
  'mailbox.lock-awaited',
  `select id from hall.message where id = $1 and case_id = $2 and wants_answer and answered_at is null for update`,
);
/** True for a question of the case that nobody has answered; until the transaction ends nobody does. */
export const lockAwaited = async (tx: Tx, id: string, caseId: string): Promise<boolean> =>
  (await tx.one(LOCK_AWAITED, id, caseId)) !== undefined;

const MARK_NOTIFIED = statement(
  'mailbox.mark-notified',
  `update hall.message set notified_at = $2
    where id = $1 and direction = 'from-authority' and notified_at is null and read_at is null`,
);
export const markNotified = async (tx: Tx, id: string, at: Temporal.Instant): Promise<boolean> =>
  (await tx.run(MARK_NOTIFIED, id, at.toString())) === 1;

const FORGET = statement('mailbox.forget', 'delete from hall.message where case_id = $1');
export const deleteOfCase = (tx: Tx, caseId: string): Promise<number> => tx.run(FORGET, caseId);
