import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestHall, type TestHall, type Visitor } from '../../../tests/hall.ts';
import { withClient } from '../../platform/postgres/with-client.ts';

let hall: TestHall;
let operator: Visitor;
before(async () => {
  hall = await startTestHall();
  operator = hall.visitor();
  await (await operator.signIn('gl', 'operator', { staff: true, back: '/gl/admin/de/operator' })).text();
});
after(() => hall.close());

const OPERATOR = '/gl/admin/de/operator';
const NOTICE = `${OPERATOR}/notice`;
async function page(visitor: Visitor, path: string): Promise<string> {
  const response = await visitor.get(path);
  const text = await response.text();
  assert.equal(response.status, 200, `${path}: ${text.slice(0, 300)}`);
  return text;
}

test('operators see tenants and staff as numbers, and no content; staff see no operation', async () => {
  const clerk = hall.visitor();
  await (await clerk.signIn('gl', 'clerk-glarus-nord', { staff: true, back: '/gl/admin/de' })).text();
  const text = await page(operator, OPERATOR);
  assert.match(text, /Glarus Nord<\/th><td>[^<]*: 1/);
  assert.doesNotMatch(text, /Corina|Kanzler/);
  assert.equal((await operator.get('/gl/admin/de')).status, 404);
  assert.equal((await operator.get('/gl/admin/de/authority')).status, 404);
  assert.equal((await clerk.get(OPERATOR)).status, 404);
  assert.equal((await clerk.post(NOTICE, { end: 'x' })).status, 404);
  assert.equal((await hall.visitor().get(OPERATOR)).status, 303);
  assert.equal((await operator.get('/gl/workbench/de')).headers.get('location'), OPERATOR);
});

test('work in the background that never reported, is silent, or has failed is said', async () => {
  assert.match(await page(operator, OPERATOR), /noch nie gemeldet/);
  const report = (minutesAgo: number, failed: string) =>
    withClient(hall.database.adminUrl, (client) =>
      client.query(
        `insert into hall.worker_report values (true, now() - make_interval(mins => $1), 7, 3, 1, 2, $2::jsonb)
         on conflict (only_row) do update set reported_at = excluded.reported_at, failed_jobs = excluded.failed_jobs`,
        [minutesAgo, failed],
      ),
    );
  await report(0, '[]');
  const well = await page(operator, OPERATOR);
  assert.match(well, /Warten auf die Übergabe<\/dt><dd>7/);
  assert.doesNotMatch(well, /nicht gemeldet/);
  await report(10, '[{"job":"send-mail","count":2,"lastAt":"2026-11-24T10:00:00Z"}]');
  const ill = await page(operator, OPERATOR);
  assert.match(ill, /seit mehr als drei Minuten nicht gemeldet/);
  assert.match(ill, /send-mail<\/th><td>2/);
});

test('a notice is set, seen on the portal, recorded, and taken back', async () => {
  const sent = await operator.post(NOTICE, {
    kind: 'outage',
    where: 'here',
    'text-de': 'Wartung ab 22 Uhr',
    until: '31.12.2099 18:00',
  });
  assert.equal(sent.status, 303);
  assert.match(await (await operator.follow(sent)).text(), /Der Hinweis ist gesetzt[\s\S]*Wartung ab 22 Uhr/);
  const visitor = hall.visitor();
  assert.match(await page(visitor, '/gl/de/imprint'), /Wartung ab 22 Uhr/);
  assert.doesNotMatch(await page(visitor, '/sl/de/imprint'), /Wartung/);
  const id = /name="end" value="([^"]+)"/.exec(await page(operator, NOTICE))?.[1] ?? '';
  assert.equal((await operator.post(NOTICE, { end: id })).status, 303);
  assert.doesNotMatch(await page(visitor, '/gl/de/imprint'), /Wartung/);
  const { rows } = await withClient(hall.database.adminUrl, (client) =>
    client.query(`select act from hall.audit_entry where subject_kind = 'notice' order by number`),
  );
  assert.deepEqual(
    rows.map(({ act }) => act),
    ['notice.set', 'notice.ended'],
  );
});

test('a notice that says nothing, or whose end has passed, is named at its field; what was typed is kept', async () => {
  const none = await operator.post(NOTICE, {});
  assert.equal(none.status, 422);
  const text = await none.text();
  for (const field of ['kind', 'where', 'text-de']) assert.match(text, new RegExp(`href="#${field}"`));
  for (const until of ['24.11.2020 18:00', '31.2.2099 10:00', '1.1.2099 25:00', 'morgen', '1.1.2099']) {
    const wrong = await operator.post(NOTICE, { kind: 'outage', where: 'here', 'text-de': 'Bleibt da', until });
    assert.equal(wrong.status, 422, until);
    assert.match(await wrong.text(), /Bleibt da/);
  }
  assert.equal((await operator.post(NOTICE, { end: 'no-id' })).status, 404);
});

test('in all languages', async () => {
  for (const language of ['de', 'fr', 'it', 'en'])
    for (const path of ['', '/notice'])
      assert.match(await page(operator, `/gl/admin/${language}/operator${path}`), /<h1/);
});
