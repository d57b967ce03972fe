import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import { createLog } from '../log/log.ts';
import { askForJob } from './outbox.ts';
import { startWorker } from './worker.ts';

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

const until = async (isSo: () => boolean) => {
  const late = Date.now() + 10_000;
  while (!isSo() && Date.now() < late) await new Promise((resolve) => setTimeout(resolve, 20));
};

test('what was asked for in a committed transaction is done, once; what was rolled back is not', async () => {
  const done: string[] = [];
  const worker = await startWorker({
    databaseUrl: database.url,
    jobs: {
      'count-one': async ({ id }) => {
        done.push(id ?? '');
      },
    },
    byTheClock: [],
    concurrency: 2,
    log: createLog('test', 'silent'),
  });
  try {
    await database.app.transaction({ kind: 'anonymous' }, async (tx) => {
      for (const id of ['a', 'b', 'c']) await askForJob(tx, 'count-one', { id });
    });
    const undone = database.app.transaction({ kind: 'anonymous' }, async (tx) => {
      await askForJob(tx, 'count-one', { id: 'never' });
      throw new Error('rolled back');
    });
    await assert.rejects(undone, /rolled back/);
    await until(() => done.length >= 3);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.deepEqual(done.toSorted(), ['a', 'b', 'c']);
  } finally {
    await worker.stop();
  }
});
