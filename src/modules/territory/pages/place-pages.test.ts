import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestHall, type TestHall, type Visitor } from '../../../../tests/hall.ts';

let hall: TestHall;
before(async () => {
  hall = await startTestHall();
});
after(() => hall.close());

const choose = (visitor: Visitor, fields: Record<string, string>, path = '/gl/de/place') => visitor.post(path, fields);

test('what is typed is found, remembered, and leads back to where one came from', async () => {
  const visitor = hall.visitor();
  const sent = await choose(visitor, { q: '8752 Näfels', back: '/gl/de/imprint?x=1&place=ch-1632' });
  assert.equal(sent.status, 303);
  assert.equal(sent.headers.get('location'), '/gl/de/imprint?x=1');
  assert.equal(visitor.cookies().place, 'ch-1630');
  assert.match(await (await visitor.get('/gl/de/imprint')).text(), /Glarus Nord/);
  const forgotten = await choose(visitor, { place: '', back: '/gl/de' });
  assert.equal(forgotten.status, 303);
  assert.equal(visitor.cookies().place ?? '', '');
});

test('a way back leads nowhere else', async () => {
  for (const back of ['https://evil.example', '//evil.example', '/\\evil.example', '/sl/de', 'javascript:alert(1)', ''])
    assert.equal((await choose(hall.visitor(), { q: 'Glarus', back })).headers.get('location'), '/gl/de', back);
});

test('what is ambiguous is asked, with district and canton; a choice is one button', async () => {
  const visitor = hall.visitor();
  const asked = await choose(visitor, { q: 'Neuenkirchen' }, '/sl/de/place');
  const text = await asked.text();
  assert.match(text, /Niedersachsen/);
  assert.equal(visitor.cookies().place, undefined);
  const key = /name="place" value="(de-\d+)"/.exec(text)?.[1] ?? '';
  assert.equal((await choose(visitor, { place: key }, '/sl/de/place')).status, 303);
  assert.equal(visitor.cookies().place, key);
});

test('what is mistyped keeps what was typed, says so first, and offers the nearest', async () => {
  const wrong = await choose(hall.visitor(), { q: 'Glaurs' });
  assert.equal(wrong.status, 422);
  const text = await wrong.text();
  assert.match(text, /href="#place"/);
  assert.match(text, /value="Glaurs"/);
  assert.match(text, /name="place" value="ch-1632"/);
});

test('nothing, nonsense and a place that does not exist are a page, never a fault of ours', async () => {
  for (const fields of [
    {},
    { q: '' },
    { q: '<script>alert(1)</script>' },
    { q: 'x'.repeat(5000) },
    { place: 'ch-999999' },
    { place: 'constructor' },
  ]) {
    const answer = await choose(hall.visitor(), fields as Record<string, string>);
    assert.equal(answer.status, 422, JSON.stringify(fields).slice(0, 60));
    assert.doesNotMatch(await answer.text(), /<script>alert/);
  }
  assert.equal((await hall.visitor().get('/gl/xx/place')).status, 404);
});

test('a former municipality in the address leads to its successor', async () => {
  assert.match(await (await hall.visitor().get('/gl/de?place=ch-2016')).text(), /Fétigny-Ménières/);
});

test('in all languages of each portal', async () => {
  for (const [portal, languages] of [
    ['gl', ['de', 'fr', 'it', 'en']],
    ['sl', ['de', 'fr', 'en']],
  ] as const)
    for (const language of languages) {
      const answer = await hall.visitor().get(`/${portal}/${language}/place`);
      assert.equal(answer.status, 200);
      assert.match(await answer.text(), /<label[^>]*for="place"/);
    }
});

test('the places as JSON: what was found, several, or the nearest; asked for badly, a problem', async () => {
  const ask = async (query: string) => {
    const response = await hall.visitor().get(`/api/v1/places?${query}`);
    return {
      status: response.status,
      body: (await response.json()) as Record<string, unknown> & { results?: { key: string; name: string }[] },
    };
  };
  const found = await ask('portal=gl&q=glarus');
  assert.equal(found.status, 200);
  assert.equal(found.body.kind, 'found');
  assert.deepEqual([found.body.results?.[0]?.key, found.body.results?.[0]?.name], ['ch-1632', 'Glarus']);
  assert.equal((await ask('portal=sl&q=Neuenkirchen')).body.kind, 'ambiguous');
  const spelt = (await ask('portal=sl&q=Saarbr%C3%BCcken')).body;
  assert.equal(spelt.kind, 'found');
  const mistyped = (await ask('portal=sl&q=Saarbr%C3%BCken')).body;
  assert.deepEqual([mistyped.kind, mistyped.results?.[0]?.key], ['unknown', 'de-10041100']);
  for (const query of [
    'portal=gl',
    'portal=gl&q=',
    `portal=gl&q=${'x'.repeat(81)}`,
    'portal=gl&q=a&surprise=1',
    'q=a&q=b',
  ])
    assert.equal((await ask(query)).status, 400, query.slice(0, 40));
  assert.equal((await ask('portal=nowhere&q=glarus')).status, 404);
});
