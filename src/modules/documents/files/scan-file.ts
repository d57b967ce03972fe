import type { Database } from '../../../platform/db/database.ts';
import type { Principal } from '../../../platform/db/principal.ts';
import { askForJob } from '../../../platform/jobs/outbox.ts';
import type { Job } from '../../../platform/jobs/worker.ts';
import { idsOf } from '../keys/data-key-store.ts';
import { openDataKey } from '../keys/open-box.ts';
import type { Finding, Scanner } from '../providers/scanner.ts';
import { findFile, judgeFile, longUnscanned, placedOf, refOf } from './file-store.ts';
import { bytesOf, type Shelf } from './kept-files.ts';
import type { FileState, UploadRefusal } from './stored-file.ts';

/** Bytes younger than this may still get their row. */
const ORPHAN_HOURS = 1;
const JOB: Principal = { kind: 'job' };

const JUDGEMENT: Record<Finding['kind'], { state: FileState; reason: UploadRefusal | null }> = {
  clean: { state: 'clean', reason: null },
  infected: { state: 'refused', reason: 'infected' },
  unscannable: { state: 'refused', reason: 'suspicious' },
};

/** Quarantine is left by one door: this one. While nobody can look, the file stays in it. */
export function fileJobs(
  shelf: Shelf,
  database: Database,
  scanner: Scanner,
): Record<'scan-file' | 'remove-file' | 'sweep-files', Job> {
  return {
    async 'scan-file'({ fileId = '', draftId, caseId }) {
      const principal: Principal = {
        kind: 'job',
        ...(draftId !== undefined && { draftId }),
        ...(caseId !== undefined && { caseId }),
      };
      const waiting = await database.transaction(principal, async (tx) => {
        const row = await findFile(tx, fileId);
        if (row?.state !== 'quarantined') return undefined;
        return { row, dataKey: await openDataKey(tx, shelf.ring, refOf(row)) };
      });
      if (!waiting) return;
      const bytes = bytesOf(shelf.disk, waiting.dataKey, fileId);
      let finding: Finding;
      try {
        finding = await scanner.scan(bytes, Number(waiting.row.size_bytes));
      } finally {
        bytes.destroy();
      }
      const { state, reason } = JUDGEMENT[finding.kind];
      await database.transaction(principal, async (tx) => {
        if ((await judgeFile(tx, fileId, state, reason)) === 1 && state === 'refused')
          await askForJob(tx, 'remove-file', { fileId });
      });
    },
    async 'remove-file'({ fileId = '' }) {
      await shelf.disk.remove(fileId);
    },
    async 'sweep-files'() {
      await sweepOrphans(shelf, database);
      await database.transaction(JOB, async (tx) => {
        for (const file of await longUnscanned(tx))
          await askForJob(tx, 'scan-file', { fileId: file.id, ...idsOf(refOf(file)) });
      });
    },
  };
}

/** Bytes whose upload was never finished, or whose row is gone. */
async function sweepOrphans({ disk }: Shelf, database: Database): Promise<void> {
  const sweep = async (ids: readonly string[]) => {
    const placed = await database.transaction(JOB, (tx) => placedOf(tx, ids));
    for (const id of ids) if (!placed.has(id)) await disk.remove(id);
  };
  let batch: string[] = [];
  for await (const id of disk.olderThan(new Date(Date.now() - ORPHAN_HOURS * 3_600_000))) {
    batch.push(id);
    if (batch.length < 500) continue;
    await sweep(batch);
    batch = [];
  }
  if (batch.length > 0) await sweep(batch);
}
