import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { startTestHall, type TestHall } from '../../../tests/hall.ts';

let hall: TestHall;
before(async () => {
  hall = await startTestHall();
});
after(() => hall.close());

const asBrowser = (language: string) => ({ headers: { 'accept-language': language } });

async function expectPage(path: string, status: number, words: RegExp, ask: RequestInit = {}): Promise<string> {
  const answer = await fetch(hall.url + path, { redirect: 'manual', ...ask });
  const text = await answer.text();
  assert.equal(answer.status, status, `${path}: ${text.slice(0, 200)}`);
  assert.match(String(answer.headers.get('content-type')), /^text\/html/);
  assert.match(text, words);
  assert.match(text, /<h1/);
  assert.match(String(answer.headers.get('content-security-policy')), /default-src 'none'/);
  return text;
}

test('what does not exist is a page in the language of the address, or of the browser', async () => {
  await expectPage('/gl/fr/rien', 404, /<html lang="fr-CH">[\s\S]*Cette page n’existe pas/);
  await expectPage('/gl/xx', 404, /Questa pagina non esiste/, asBrowser('it'));
  await expectPage('/gl/nothing/at/all', 404, /This page does not exist/, asBrowser('en'));
  await expectPage('/nowhere', 404, /Diese Seite gibt es nicht/, asBrowser('de'));
  await expectPage('/sl/it', 404, /Diese Seite gibt es nicht/, asBrowser('it'));
});

test('broken encodings, NUL bytes and path tricks are clear answers, never a 500', async () => {
  await expectPage('/gl/de/feedback?page=%ff', 400, /konnten wir nicht lesen/);
  await expectPage('/gl/de/feedback?page=%00', 400, /konnten wir nicht lesen/);
  await expectPage('/gl/de/feedback?page=a&page=b', 400, /konnten wir nicht lesen/);
  await expectPage('/gl/de/%ff', 400, /<h1/);
  await expectPage('/gl/de/services/%00', 404, /Diese Seite gibt es nicht/);
  await expectPage('/gl/de/..%2f..%2fetc%2fpasswd', 404, /Diese Seite gibt es nicht/);
  await expectPage('/assets/..%2f..%2fpackage.json', 404, /<h1/);
  await expectPage(`/gl/de/services/${'x'.repeat(5000)}`, 404, /<h1/);
});

test('a form that another site sends is refused before it is read, and nothing is lost', async () => {
  const foreign = { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' };
  const text = await expectPage('/gl/de/feedback', 403, /nicht von unserer Seite/, {
    method: 'POST',
    headers: foreign,
    body: 'found=yes&page=/de',
  });
  assert.match(text, /vorher gespeichert/);
  await expectPage('/gl/de/feedback', 403, /nicht von unserer Seite/, { method: 'POST', body: 'found=yes' });
});

test('too much, and what is no form', async () => {
  const own = { origin: hall.url };
  const big = { ...own, 'content-type': 'application/json' };
  await expectPage('/gl/de/feedback', 413, /zu gross/, {
    method: 'POST',
    headers: big,
    body: JSON.stringify({ comment: 'x'.repeat(10 * 1024 * 1024) }),
  });
  await expectPage('/gl/de/feedback', 415, /Art von Datei/, {
    method: 'POST',
    headers: { ...own, 'content-type': 'application/octet-stream' },
    body: 'x',
  });
  for (const body of ['{', '"text"', '[1]', 'null', '{"page":{"a":1},"comment":7}'])
    await expectPage('/gl/de/feedback', body === '{' ? 400 : 422, /<h1/, { method: 'POST', headers: big, body });
});

test('programs get problem+json with a stable code', async () => {
  const answer = await fetch(`${hall.url}/api/v1/nothing`, asBrowser('fr'));
  assert.equal(answer.status, 404);
  assert.match(String(answer.headers.get('content-type')), /^application\/problem\+json/);
  assert.equal(answer.headers.get('access-control-allow-origin'), '*');
  const problem = (await answer.json()) as { code: string; status: number; type: string };
  assert.deepEqual([problem.code, problem.status], ['not-found', 404]);
  assert.equal(problem.type, 'urn:schalterhalle:error:not-found');
});

test('bytes that are no HTTP at all are answered with 400', async () => {
  const { port } = new URL(hall.url);
  const said = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
    let text = '';
    socket.on('data', (bytes) => {
      text += bytes;
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
  assert.match(said, /^HTTP\/1.1 400/);
});

test('too many requests: a pause, and when it is over', async () => {
  const narrow = await startTestHall({ environment: { LIMIT_FACTOR: '1' } });
  try {
    const visitor = narrow.visitor();
    let answer: Response | undefined;
    for (let left = 15; left > 0 && answer?.status !== 429; left--) {
      answer = await visitor.post('/gl/de/feedback', { found: 'yes', page: '/de' });
      if (answer.status !== 429) await answer.arrayBuffer();
    }
    assert.equal(answer?.status, 429);
    assert.ok(Number(answer?.headers.get('retry-after')) > 0);
    assert.match(String(await answer?.text()), /zu viele Versuche/);
  } finally {
    await narrow.close();
  }
});

test('without the database: finished pages go on, others say so with Retry-After', async () => {
  const lonely = await startTestHall();
  try {
    assert.equal((await fetch(`${lonely.url}/gl/de/imprint`)).status, 200);
    await lonely.database.cutOff();
    assert.equal((await fetch(`${lonely.url}/gl/de/imprint`)).status, 200);
    assert.equal((await fetch(`${lonely.url}/healthz`)).status, 200);
    assert.equal((await fetch(`${lonely.url}/readyz`)).status, 503);
    const answer = await lonely.visitor().post('/gl/de/feedback', { found: 'no', page: '/de' });
    assert.equal(answer.status, 503);
    assert.equal(answer.headers.get('retry-after'), '30');
    assert.match(await answer.text(), /geht gerade nicht/);
  } finally {
    await lonely.close();
  }
});
