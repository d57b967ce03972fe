import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { startTestHall, type TestHall } from '../../../tests/hall.ts';
import { newId } from '../../platform/crypto/ids.ts';
import { statement } from '../../platform/db/database.ts';

/** As raw as a browser of the past: the host, the method and the headers that the test says. */
function ask(
  url: string,
  words: { method?: string; host?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = { ...words.headers, ...(words.host && { host: words.host }) };
    const sent = request(url, { method: words.method ?? 'GET', headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

const OVERLAY = statement(
  'test.change-portal',
  `insert into hall.pack_version (id, kind, key, scope, origin, number, definition, hash, written_at)
   select $1, kind, key, scope, origin, number + 1, definition || $2::jsonb, sha256('x'::bytea), now()
     from hall.pack_version where kind = 'portal' and key = 'gl' order by number desc limit 1`,
);
/** A new version of the portal `gl`, as if another release had been imported. */
const change = (hall: TestHall, definition: object) =>
  hall.database.owner.transaction({ kind: 'job' }, (tx) => tx.run(OVERLAY, newId(), JSON.stringify(definition)));

let hall: TestHall;
before(async () => {
  hall = await startTestHall();
});
after(() => hall.close());

test('a page that is the same for everybody is finished once; who has it already gets only that', async () => {
  const first = await ask(`${hall.url}/gl/de/privacy`);
  const etag = String(first.headers.etag);
  const second = await ask(`${hall.url}/gl/de/privacy`, { headers: { 'accept-encoding': 'gzip' } });
  assert.equal(second.headers['content-encoding'], 'gzip');
  assert.deepEqual(gunzipSync(second.body), first.body);
  const third = await ask(`${hall.url}/gl/de/privacy`, { headers: { 'if-none-match': etag } });
  assert.deepEqual([third.status, third.body.length], [304, 0]);
});

test('somebody who has chosen a place, or signed in, never gets the page of somebody else', async () => {
  const plain = String((await ask(`${hall.url}/gl/de/contact`)).body);
  const placed = String((await ask(`${hall.url}/gl/de/contact`, { headers: { cookie: 'place=ch-1630' } })).body);
  assert.match(placed, />Glarus Nord</);
  assert.doesNotMatch(plain, />Glarus Nord</);
  const visitor = hall.visitor();
  await visitor.signIn('gl', 'regula');
  assert.match(await (await visitor.get('/gl/de/contact')).text(), /Regula/);
  assert.doesNotMatch(String((await ask(`${hall.url}/gl/de/contact`)).body), /Regula/);
});

test('a cookie that is only almost that of others does not get a page kept for them', async () => {
  for (const cookie of ['place=ch-1630.x', 'place=ch-1630%20', '__Host-place=ch-1630', 'place="ch-1630"'])
    await ask(`${hall.url}/gl/de/accessibility`, { headers: { cookie } });
  const placed = String((await ask(`${hall.url}/gl/de/accessibility`, { headers: { cookie: 'place=ch-1630' } })).body);
  assert.match(placed, />Glarus Nord</);
});

test('a session of one portal is none on another, and staff are not known at the counter’s other side', async () => {
  const visitor = hall.visitor();
  await visitor.signIn('gl', 'regula');
  const token = visitor.cookies()['hall-gl'];
  const location = async (path: string, cookie: string) =>
    (await ask(hall.url + path, { headers: { cookie } })).headers.location;
  assert.equal(await location('/gl/de/account', `hall-gl=${token}`), undefined);
  assert.match(String(await location('/sg/de/account', `hall-sg=${token}`)), /sign-in/);
  assert.match(String(await location('/gl/workbench/de', `hall-gl-work=${token}`)), /sign-in/);
});

test('what is no text in JSON is no field; a cursor that is no moment is the first page', async () => {
  const visitor = hall.visitor();
  await visitor.signIn('gl', 'regula');
  const cookie = `hall-gl=${visitor.cookies()['hall-gl']}`;
  const headers = { cookie, origin: hall.url, 'content-type': 'application/json' };
  for (const [path, body] of [
    ['/gl/de/status', { number: { toString: 1 }, code: { toString: 1 } }],
    ['/gl/de/status', { number: '\ud800', code: '\0' }],
    ['/gl/de/verify', { code: { toString: 1 } }],
    ['/gl/de/feedback', { comment: [[1]], page: 7 }],
  ] as const) {
    const sent = await fetch(hall.url + path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      redirect: 'manual',
    });
    assert.ok(sent.status < 500, `${path} ${sent.status}`);
  }
  for (const at of ['1', '2026-02-31', '0000-01-01', '2026-02-31T00:00:00Z', '-271821-04-20T00:00:00Z'])
    assert.equal((await ask(`${hall.url}/gl/de/account?after=${at}_${newId()}`, { headers })).status, 200, at);
});

test('HEAD is GET without the body', async () => {
  for (const path of ['/gl/de/imprint', '/gl/de/status', '/', '/healthz', '/gl/de/nothing']) {
    const head = await ask(hall.url + path, { method: 'HEAD' });
    const get = await ask(hall.url + path);
    assert.deepEqual([head.status, head.body.length], [get.status, 0], path);
    assert.equal(head.headers['content-type'], get.headers['content-type']);
  }
});

test('public JSON may be read by other sites, without cookies; pages may not', async () => {
  const places = await ask(`${hall.url}/api/v1/places?q=8750&portal=gl`, { headers: { origin: 'https://a.example' } });
  assert.equal(places.status, 200);
  assert.equal(places.headers['access-control-allow-origin'], '*');
  assert.equal(places.headers['access-control-allow-credentials'], undefined);
  const unknown = await ask(`${hall.url}/api/v1/places?q=8750&portal=atlantis`);
  assert.equal(unknown.status, 404);
  assert.match(String(unknown.headers['content-type']), /problem\+json/);
  assert.equal((await ask(`${hall.url}/gl/de`)).headers['access-control-allow-origin'], undefined);
});

test('only hosts that the portal names may show it in a frame, from the moment it says so', async () => {
  const before = await ask(`${hall.url}/gl/de`);
  assert.match(String(before.headers['content-security-policy']), /frame-ancestors 'none'/);
  assert.equal(before.headers['x-frame-options'], 'DENY');
  await change(hall, { embeddedBy: ['https://www.example.ch'] });
  await hall.hall.refresh();
  const after = await ask(`${hall.url}/gl/de`);
  assert.match(String(after.headers['content-security-policy']), /frame-ancestors https:\/\/www\.example\.ch$/);
  assert.equal(after.headers['x-frame-options'], undefined);
});

test('on a host of its own a portal stands at the root, and every address is built from there', async () => {
  const byHost = await startTestHall({ byHost: true });
  const host = 'saarland.schalterhalle.example';
  try {
    const home = await ask(`${byHost.url}/de`, { host });
    assert.equal(home.status, 200);
    const text = String(home.body);
    assert.match(text, /href="\/de\/services"/);
    assert.doesNotMatch(text, /"\/sl\//);
    assert.equal((await ask(`${byHost.url}/de`)).status, 404);
    assert.equal((await ask(`${byHost.url}/gl/de`)).status, 200);
    const missing = await ask(`${byHost.url}/fr/rien`, { host });
    assert.match(String(missing.body), /<html lang="fr-FR">[\s\S]*Cette page n’existe pas/);
  } finally {
    await byHost.close();
  }
});
