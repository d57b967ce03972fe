import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import { statement } from '../db/database.ts';
import { HallFailure } from '../http/failure.ts';
import { createLog } from './log.ts';

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

test('what the database says of values and rows does not get into the log; what went wrong does', async () => {
  const lines: string[] = [];
  const log = createLog('test', 'info', { write: (line) => void lines.push(line) });
  const id = statement('test.unreadable', 'select id from hall.feedback where id = $1');
  const row = statement(
    'test.refused-row',
    `insert into hall.feedback (id, portal, language, page, comment, written_at)
     values (gen_random_uuid(), 'gl', 'de', 'no path', 'Verena Zweifel', now())`,
  );
  for (const run of [id, row]) {
    const failed = await database.app
      .transaction({ kind: 'anonymous' }, (tx) => tx.run(run, ...(run === id ? ['Verena Zweifel'] : [])))
      .then(
        () => assert.fail('it went well'),
        (error: unknown) => error,
      );
    log.error({ err: failed }, 'failed');
    log.error({ err: new HallFailure('bug', 500, 'wrapped', failed) }, 'failed');
  }
  assert.equal(lines.length, 4);
  assert.doesNotMatch(lines.join(''), /Verena|Zweifel/);
  assert.match(lines[0] ?? '', /22P02[\s\S]*|invalid input syntax/);
  assert.match(lines[2] ?? '', /feedback_page_check/);
});
