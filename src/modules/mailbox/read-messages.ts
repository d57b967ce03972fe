import type { Tx } from '../../platform/db/database.ts';
import type { Box, Documents } from '../documents/index.ts';
import type { Message } from './message.ts';
import {
  type Cursor,
  findMessage,
  findOfCase,
  findOfPerson,
  type MessageRow,
  PAGE_ROWS,
  type Shown,
  type Written,
} from './message-store.ts';

/** Undefined when it is not there or not the principal's. */
export async function messageById(tx: Tx, documents: Documents, id: string): Promise<Message | undefined> {
  const row = await findMessage(tx, id);
  return row && openMessage(row, await documents.openBox(tx, { caseId: row.case_id }));
}

/** All messages of a case, oldest first, at most 200. */
export async function messagesOfCase(tx: Tx, documents: Documents, caseId: string): Promise<Message[]> {
  const rows = await findOfCase(tx, caseId);
  if (rows.length === 0) return [];
  const box = await documents.openBox(tx, { caseId });
  return rows.map((row) => openMessage(row, box));
}

export interface MessagePage {
  messages: Message[];
  /** Where the next page goes on; undefined on the last one. */
  next?: Cursor;
}

/** One page of a person's mailbox, newest first. */
export async function mailboxPageOf(
  tx: Tx,
  documents: Documents,
  personId: string,
  shown: Shown,
  after?: Cursor,
): Promise<MessagePage> {
  const rows = await findOfPerson(tx, personId, shown, after);
  const here = rows.slice(0, PAGE_ROWS);
  const boxes = new Map<string, Box>();
  for (const { case_id: caseId } of here)
    if (!boxes.has(caseId)) boxes.set(caseId, await documents.openBox(tx, { caseId }));
  const last = here.at(-1);
  return {
    messages: here.map((row) => openMessage(row, boxes.get(row.case_id) as Box)),
    ...(rows.length > PAGE_ROWS && last && { next: { writtenAt: last.cursor, id: last.id } }),
  };
}

function openMessage(row: MessageRow, box: Box): Message {
  const written = box.openJson(row.sealed, `message ${row.id}`) as Written;
  return {
    ...written,
    id: row.id,
    caseId: row.case_id,
    authorityId: row.authority_id,
    personId: row.person_id,
    from: row.direction === 'from-authority' ? 'authority' : 'person',
    wantsAnswer: row.wants_answer,
    writtenAt: row.written_at,
    readAt: row.read_at,
    answeredAt: row.answered_at,
  };
}
