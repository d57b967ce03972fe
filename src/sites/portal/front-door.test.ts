import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestHall, type TestHall } from '../../../tests/hall.ts';

let hall: TestHall;
before(async () => {
  hall = await startTestHall();
});
after(() => hall.close());

test('the entry leads to the home page in the language of the browser', async () => {
  const answer = await fetch(`${hall.url}/gl/`, { redirect: 'manual', headers: { 'accept-language': 'it,fr;q=0.5' } });
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('location'), '/gl/it');
  const home = await fetch(`${hall.url}/gl/it`);
  assert.equal(home.status, 200);
  assert.match(await home.text(), /<html lang="it-CH">/);
});

test('what was looked at last is kept by the browser alone, where the law allows it unasked', async () => {
  const visitor = hall.visitor();
  const [home, service] = ['/gl/de', '/gl/de/services/residence-certificate'];
  assert.match(await (await visitor.get(home)).text(), /<nav[^>]*data-recent="gl de" hidden>/);
  assert.match(await (await visitor.get(service)).text(), /<h1[^>]*data-recent="gl de"/);
  for (const path of [home, service])
    assert.doesNotMatch(await (await visitor.get(path.replace('/gl/', '/sl/'))).text(), /data-recent/);
  assert.deepEqual(visitor.cookies(), {});
});

test('before a session falls idle its page can say so, and the button keeps it; nobody else sees that', async () => {
  const visitor = hall.visitor();
  assert.doesNotMatch(await (await visitor.get('/gl/fr/contact')).text(), /session-end/);
  await visitor.signIn('gl', 'regula', { language: 'fr' });
  const page = await (await visitor.get('/gl/fr/contact')).text();
  const [, idle, last] = /data-idle-seconds="(\d+)" data-last-seconds="(\d+)"[^>]*hidden/.exec(page) ?? [];
  assert.ok(Number(idle) > 29 * 60 && Number(idle) <= 30 * 60, `idle after ${idle} s`);
  assert.ok(Number(last) > 119 * 60 && Number(last) <= 120 * 60, `ended after ${last} s`);
  assert.match(page, /Votre session se termine dans deux minutes/);
  const kept = await visitor.follow(await visitor.post('/gl/fr/session', {}));
  assert.match(await kept.text(), /Regula/);
});

test('somebody signs in, is named on the page, and signs out', async () => {
  const visitor = hall.visitor();
  const page = await visitor.signIn('gl', 'regula');
  assert.equal(page.status, 200);
  assert.match(await page.text(), /Regula/);
  await visitor.post('/gl/de/sign-out', {});
  assert.doesNotMatch(await (await visitor.get('/gl/de')).text(), /Regula/);
});
