import type { Clock } from '../../../platform/clock/clock.ts';
import type { Database, Tx } from '../../../platform/db/database.ts';
import type { Job } from '../../../platform/jobs/worker.ts';
import type { Documents } from '../../documents/index.ts';
import { RETENTION_DAYS } from './draft.ts';
import { deleteRow, deleteUntouched, untouchedSince } from './draft-store.ts';

/** The draft, its files and its key: all that was typed can't be read again. False when it was sent or is not there. */
export async function deleteDraft(tx: Tx, documents: Documents, id: string): Promise<boolean> {
  if (!(await deleteRow(tx, id))) return false;
  await documents.destroyBox(tx, { draftId: id });
  return true;
}

/**
 * Deletes drafts that nobody has touched for `retentionDays` (at least 7). Each in a transaction of its own, under its
 * own name: one that is just being worked on again stays.
 */
export function sweepDrafts(
  database: Database,
  documents: Documents,
  clock: Clock,
  retentionDays: number = RETENTION_DAYS,
): Job {
  return async () => {
    const before = clock.now().subtract({ hours: Math.max(7, retentionDays) * 24 });
    const old = await database.transaction({ kind: 'job' }, (tx) => untouchedSince(tx, before));
    for (const draftId of old)
      await database.transaction({ kind: 'job', draftId }, async (tx) => {
        if (await deleteUntouched(tx, draftId, before)) await documents.destroyBox(tx, { draftId });
      });
  };
}
