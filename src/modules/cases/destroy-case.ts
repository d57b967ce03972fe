import { statement, type Tx } from '../../platform/db/database.ts';
import { recordActs } from '../audit/index.ts';
import { caseById } from './case-store.ts';
import type { CaseDesk } from './cases.ts';

const DELETE = statement('cases.delete', 'delete from hall.case_record where id = $1');

/**
 * Destroys an ended case, by the job that was made for it: its key, and with it everything that was ever sealed with it,
 * on any copy; its files, messages and rows too. The log keeps that there was one. False when it is not there, or not
 * ended: closed cases stay until somebody whose task it is says so.
 */
export async function destroyCase(
  tx: Tx,
  desk: Pick<CaseDesk, 'documents' | 'mailbox'>,
  caseId: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const record = await caseById(tx, caseId);
  if (!record || !['closed', 'withdrawn'].includes(record.status)) return false;
  await desk.mailbox().forgetMessages(tx, caseId);
  await desk.documents.destroyBox(tx, { caseId });
  if ((await tx.run(DELETE, caseId)) !== 1) return false;
  await recordActs(tx, at, [
    {
      chain: record.pinned.authorityKey,
      act: 'case.destroyed',
      authorityId: record.authorityId,
      subject: { kind: 'case', id: caseId },
    },
  ]);
  return true;
}
