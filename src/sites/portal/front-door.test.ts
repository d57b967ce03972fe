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

test('somebody signs in, is named on the page, and signs out', async () => {
  const visitor = hall.visitor();
  const page = await visitor.signIn('gl', 'regula');
  assert.equal(page.status, 200);
  assert.match(await page.text(), /Regula/);
  await visitor.post('/gl/de/sign-out', {});
  assert.doesNotMatch(await (await visitor.get('/gl/de')).text(), /Regula/);
});
