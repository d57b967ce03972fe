import { newId } from '../../platform/crypto/ids.ts';
import { statement, type Tx } from '../../platform/db/database.ts';
import type { Documents } from '../documents/index.ts';

export interface Note {
  id: string;
  authorId: string;
  writtenAt: Date;
  text: string;
}

const INSERT = statement(
  'cases.insert-note',
  'insert into hall.case_note (id, case_id, authority_id, author_id, written_at, sealed) values ($1, $2, $3, $4, $5, $6)',
);
/** A note of staff for staff of the same authority; the applicant does not see it. */
export async function writeNote(
  tx: Tx,
  documents: Documents,
  note: { caseId: string; authorityId: string; authorId: string; text: string },
  at: Temporal.Instant,
): Promise<void> {
  const box = await documents.openBox(tx, { caseId: note.caseId });
  const sealed = box.sealJson(note.text, 'note');
  await tx.run(INSERT, newId(), note.caseId, note.authorityId, note.authorId, at.toString(), sealed);
}

const OF_CASE = statement<{ id: string; author_id: string; written_at: Date; sealed: Buffer }>(
  'cases.notes',
  'select id, author_id, written_at, sealed from hall.case_note where case_id = $1 order by written_at limit 200',
);
/** The notes of one's own authority, oldest first, at most 200. */
export async function notesOf(tx: Tx, documents: Documents, caseId: string): Promise<Note[]> {
  const rows = await tx.many(OF_CASE, caseId);
  if (rows.length === 0) return [];
  const box = await documents.openBox(tx, { caseId });
  return rows.map((row) => ({
    id: row.id,
    authorId: row.author_id,
    writtenAt: row.written_at,
    text: String(box.openJson(row.sealed, 'note')),
  }));
}
