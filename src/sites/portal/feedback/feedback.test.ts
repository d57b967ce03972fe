import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestHall, type TestHall } from '../../../../tests/hall.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import { statement } from '../../../platform/db/database.ts';
import { withClient } from '../../../platform/postgres/with-client.ts';
import { newestFeedback, sweepFeedback } from './feedback-store.ts';

let hall: TestHall;
before(async () => {
  hall = await startTestHall();
});
after(() => hall.close());

const operator = { kind: 'operator', personId: newId() } as const;
const kept = () => hall.database.app.transaction(operator, (tx) => newestFeedback(tx));

test('yes and no are kept without who said it, and lead to where more can be said', async () => {
  const visitor = hall.visitor();
  await visitor.signIn('gl', 'regula');
  const sent = await visitor.post('/gl/de/feedback', { found: 'no', page: '/de/services/dog-registration' });
  assert.equal(sent.status, 303);
  const page = await (await visitor.follow(sent)).text();
  assert.match(page, /Danke, das hilft uns/);
  assert.match(page, /keine Namen, Adressen oder Nummern/);
  const [row] = await kept();
  assert.deepEqual(
    { page: row?.page, found: row?.found, portal: row?.portal, comment: row?.comment },
    { page: '/de/services/dog-registration', found: false, portal: 'gl', comment: null },
  );
});

test('a comment is kept; an empty or endless one comes back with what was typed', async () => {
  const visitor = hall.visitor();
  const empty = await visitor.post('/gl/fr/feedback', { comment: '  ', page: '/fr' });
  assert.equal(empty.status, 422);
  assert.match(await empty.text(), /role="alert"[\s\S]*href="#comment"[\s\S]*aria-invalid="true"/);
  const endless = await visitor.post('/gl/fr/feedback', { comment: `<b>${'x'.repeat(2001)}`, page: '/fr' });
  assert.equal(endless.status, 422);
  assert.match(await endless.text(), /&lt;b&gt;xxx/);
  const sent = await visitor.post('/gl/fr/feedback', { comment: 'Il manque l’adresse.', page: '//evil.example' });
  assert.match(await (await visitor.follow(sent)).text(), /Merci de votre avis/);
  const [row] = await kept();
  assert.deepEqual([row?.comment, row?.page], ['Il manque l’adresse.', '/fr']);
});

test('an address that names somebody’s case is kept without it', async () => {
  const sent = await hall.visitor().post('/gl/de/feedback', { found: 'yes', page: `/de/account/cases/${newId()}` });
  assert.equal(sent.status, 303);
  assert.equal((await kept())[0]?.page, '/de/account/cases/:case');
});

test('every page asks, and names itself without what belongs to a person', async () => {
  const home = await (await hall.visitor().get('/gl/it/contact')).text();
  assert.match(home, /name="page" value="\/it\/contact"/);
});

test('only operators read it, and nobody changes it; what is older than a year goes', async () => {
  const { app } = hall.database;
  const person = { kind: 'person', personId: newId() } as const;
  const staff = { kind: 'staff', personId: newId(), authorityId: newId() } as const;
  for (const principal of [{ kind: 'anonymous' } as const, person, staff])
    assert.deepEqual(await app.transaction(principal, (tx) => newestFeedback(tx)), []);
  const change = statement('test.change-feedback', 'update hall.feedback set comment = $1');
  await assert.rejects(
    app.transaction(operator, (tx) => tx.run(change, 'x')),
    /permission denied/,
  );
  const before = (await kept()).length;
  await withClient(hall.database.adminUrl, (client) =>
    client.query(`update hall.feedback set written_at = now() - interval '13 months' where comment is not null`),
  );
  assert.equal(await app.transaction({ kind: 'job' }, sweepFeedback), 1);
  assert.equal((await kept()).length, before - 1);
});
