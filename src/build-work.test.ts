import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { startTestHall, type TestHall } from '../tests/hall.ts';
import { openGround } from './build-ground.ts';
import { withClient } from './platform/postgres/with-client.ts';

let hall: TestHall;
before(async () => {
  hall = await startTestHall();
});
after(() => hall.close());

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let left = 100; left > 0; left--) {
    if (await holds()) return;
    await pause(100);
  }
  assert.fail('it did not come about within ten seconds');
}

test('what is asked for in a transaction is done by the worker, and shown in development', async () => {
  await hall.startWork();
  const ground = openGround('serve', hall.settings);
  await ground.database.transaction({ kind: 'anonymous' }, (tx) =>
    ground.sendMail(tx, { to: 'a@b.example', subject: 'Es gibt etwas Neues', text: 'Im Postfach.', language: 'de' }),
  );
  await ground.database.close();
  const visitor = hall.visitor();
  await until(async () => {
    const { rows } = await withClient(hall.database.adminUrl, (client) =>
      client.query('select from hall.outgoing_mail where sent_at is not null'),
    );
    return rows.length === 1;
  });
  assert.match(await (await visitor.get('/dev/outbox')).text(), /Es gibt etwas Neues/);
});
