import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import { newId } from '../crypto/ids.ts';
import { createLog } from '../log/log.ts';
import { askForJob } from './outbox.ts';
import { readWorkReport, writeWorkReport } from './report-work.ts';
import { startWorker } from './worker.ts';

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

const AT = Temporal.Instant.from('2026-11-24T10:00:00Z');

test('the worker counts what waits and what was tried; operators read it, nobody else does', async () => {
  const failing = async () => Promise.reject(new Error('not today'));
  const worker = await startWorker({
    databaseUrl: database.url,
    jobs: { 'always-fails': failing },
    byTheClock: [],
    concurrency: 1,
    log: createLog('test', 'silent'),
  });
  await database.app.transaction({ kind: 'anonymous' }, (tx) => askForJob(tx, 'always-fails', { id: 'a' }));
  let report: Awaited<ReturnType<typeof readWorkReport>>;
  for (let left = 100; left > 0 && report?.retried !== 1; left--) {
    await pause(50);
    await database.worker.transaction({ kind: 'job' }, (tx) => writeWorkReport(tx, AT));
    report = await database.app.transaction({ kind: 'operator', personId: newId() }, readWorkReport);
  }
  await worker.stop();
  assert.deepEqual(report, {
    reportedAt: AT,
    outboxWaiting: 0,
    queueWaiting: 1,
    retried: 1,
    failed: 0,
    failedJobs: [],
  });
  for (const kind of ['anonymous', 'job'] as const)
    assert.equal(await database.app.transaction({ kind }, readWorkReport), undefined);
});
