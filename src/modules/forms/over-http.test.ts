import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestHall, type TestHall, type Visitor } from '../../../tests/hall.ts';

let hall: TestHall;
before(async () => {
  hall = await startTestHall();
});
after(() => hall.close());

const APPLY = '/gl/de/services/residence-certificate/apply?place=ch-1630';
const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
const locationOf = (response: Response): string => new URL(response.headers.get('location') ?? '', hall.url).pathname;

async function begin(visitor: Visitor): Promise<string> {
  const sent = await visitor.post(APPLY, {});
  assert.equal(sent.status, 303, await sent.text());
  return locationOf(sent).replace(/\/pages\/.*/, '');
}

async function fill(visitor: Visitor, path: string, fields: Record<string, string>): Promise<Response> {
  const shown = await visitor.get(path);
  return visitor.post(path, { ...hiddenIn(await shown.text()), ...fields });
}

test('from apply to the receipt with a verified identity, digital, through the real server', async () => {
  const visitor = hall.visitor();
  assert.equal((await visitor.signIn('gl', 'regula', { back: APPLY })).status, 200);
  const draft = await begin(visitor);
  await fill(visitor, `${draft}/pages/whose`, { whose: 'own' });
  const applicant = await (await visitor.get(`${draft}/pages/applicant`)).text();
  assert.match(applicant, /Regula Beispieler/);
  assert.doesNotMatch(applicant, /name="applicant\./);
  await fill(visitor, `${draft}/pages/purpose`, { purpose: 'bank' });
  await fill(visitor, `${draft}/pages/delivery`, { medium: 'digital' });
  await fill(visitor, `${draft}/pages/contact`, {});
  const summary = await visitor.get(`${draft}/summary`);
  assert.equal(summary.status, 200);
  assert.match(await summary.text(), /Antrag senden/);
  const [first, second] = await Promise.all([visitor.post(`${draft}/send`, {}), visitor.post(`${draft}/send`, {})]);
  assert.match(locationOf(first), /receipts/);
  assert.equal(locationOf(second), locationOf(first));
  assert.equal((await visitor.get(locationOf(first))).status, 200);
  assert.match(locationOf(await visitor.get(`${draft}/pages/whose`)), /receipts/);
});

test('without an account: the secret is HttpOnly, strangers get the page of what does not exist', async () => {
  const visitor = hall.visitor();
  const sent = await visitor.post(APPLY, {});
  const cookie = sent.headers.getSetCookie().find((one) => one.startsWith('draft-gl=')) ?? '';
  assert.match(cookie, /HttpOnly/i);
  assert.match(cookie, /SameSite=Lax|SameSite=Strict/i);
  const draft = locationOf(sent).replace(/\/pages\/.*/, '');
  const shown = await visitor.get(`${draft}/pages/whose`);
  assert.match(shown.headers.get('cache-control') ?? '', /no-store/);
  const stranger = hall.visitor();
  assert.equal((await stranger.get(`${draft}/pages/whose`)).status, 404);
  assert.equal((await stranger.post(`${draft}/send`, {})).status, 404);
  assert.equal((await stranger.post(`${draft}/pages/whose`, { whose: 'own' })).status, 404);
});

test('hostile bodies get an answer, never a failure of ours, and the draft stays', async () => {
  const visitor = hall.visitor();
  const draft = await begin(visitor);
  const path = `${draft}/pages/whose`;
  const cookie = Object.entries(visitor.cookies())
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  const send = (body: string | Buffer, type = 'application/x-www-form-urlencoded') =>
    fetch(hall.url + path, {
      method: 'POST',
      body: body as never,
      redirect: 'manual',
      headers: { cookie, 'content-type': type, 'sec-fetch-site': 'same-origin' },
    });
  const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
  for (const [body, type, statuses] of [
    ['whose=%00own', undefined, [400]],
    ['whose=%ff%fe', undefined, [400]],
    [`whose=${'a'.repeat(10 * 1024 * 1024)}`, undefined, [413]],
    ['{"whose":{"evil":1},"shown":[["x"]]}', 'application/json', [303, 400, 415, 422]],
    ['{"__proto__":{"whose":"own"}}', 'application/json', [303, 400, 415, 422]],
    [deep, 'application/json', [303, 400, 413, 415, 422]],
    ['<x/>', 'text/xml', [415]],
    [Array.from({ length: 600 }, (_, at) => `f${at}=1`).join('&'), undefined, [400]],
  ] as const) {
    const response = await send(body, type);
    assert.ok(
      (statuses as readonly number[]).includes(response.status),
      `${String(body).slice(0, 30)}: ${response.status}`,
    );
    await response.arrayBuffer();
  }
  assert.equal((await visitor.get(path)).status, 200);
});

test('a file comes in over HTTP, and stands in the list', async () => {
  const visitor = hall.visitor();
  const draft = await begin(visitor);
  await fill(visitor, `${draft}/pages/delivery`, { identityBy: 'proof', copies: '1' });
  const cookie = Object.entries(visitor.cookies())
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const upload = new FormData();
  upload.append('file', new File([png], '../../x.png', { type: 'text/html' }));
  upload.append('file', new File([png], 'zwei.png'));
  upload.append('go', 'stay');
  const sent = await fetch(`${hall.url}${draft}/uploads/identityProof`, {
    method: 'POST',
    body: upload,
    redirect: 'manual',
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
  });
  assert.equal(sent.status, 303, await sent.text());
  const listed = await (await visitor.get(`${draft}/pages/proof`)).text();
  assert.match(listed, /zwei\.png/);
  assert.doesNotMatch(listed, /\.\.\//);
});
