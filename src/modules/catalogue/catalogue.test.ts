import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestHall, type TestHall } from '../../../tests/hall.ts';

let hall: TestHall;
before(async () => {
  hall = await startTestHall();
});
after(() => hall.close());

async function pageAt(path: string, status = 200): Promise<string> {
  const response = await hall.visitor().get(path);
  assert.equal(response.status, status, path);
  return response.text();
}
const jsonAt = async (path: string) => JSON.parse(await pageAt(path));

test('the first screen of a service says: online here, cost, time, needs, who; with the place shown and changeable', async () => {
  const here = await pageAt('/gl/de/services/residence-certificate?place=ch-1630');
  for (const said of [
    'Ja, hier',
    'CHF',
    'Arbeitstage',
    'Sie brauchen',
    'Glarus Nord',
    'Ort ändern',
    'Jetzt beantragen',
  ])
    assert.ok(here.includes(said), said);
  assert.match(here, /CHF\s?\d+\.\d\d <span class="badge badge--neutral">Beispiel/, 'an invented fee says so');
  const anywhere = await pageAt('/gl/de/services/residence-certificate');
  assert.ok(anywhere.includes('Wo wohnen Sie?') && anywhere.includes('Je nach Gemeinde'));
  assert.ok(!anywhere.includes('Ja, hier'));
});

test('a municipality overrides the fee of the portal, and the page of another keeps it', async () => {
  const feeAt = async (place: string) =>
    (await jsonAt(`/api/v1/services/residence-certificate?portal=gl&place=${place}`)).fee?.amountCents;
  const fees = new Set(await Promise.all(['ch-1630', 'ch-1631', 'ch-1632'].map(feeAt)));
  assert.ok(fees.size > 1, `all the same: ${[...fees]}`);
});

test('online is said only where the authority takes applications online, and there is a form', async () => {
  const at = async (key: string, place: string) =>
    (await jsonAt(`/api/v1/services/${key}?portal=sl&place=${place}`)).isOnline;
  assert.equal(await at('residence-certificate', 'de-10041100'), true);
  assert.equal(
    await at('residence-certificate', 'de-10042111'),
    false,
    'by the defaults of the portal: at the counter',
  );
  assert.equal(await at('personalausweis', 'de-10041100'), false, 'no form');
  const counter = await pageAt('/sl/de/services/residence-certificate?place=de-10042111');
  assert.ok(!counter.includes('Jetzt beantragen') && counter.includes('Online geht es hier noch nicht'));
});

test('every entry of the German inventory has a page without invented prose', async () => {
  const entry = await pageAt('/sl/de/services/ozg-10513?place=de-10041100');
  assert.ok(entry.includes('Abbruchgenehmigung') && entry.includes('OZG 10513') && entry.includes('99012001001000'));
  assert.ok(!entry.includes('Jetzt beantragen') && !entry.includes('EUR'));
  const french = await pageAt('/sl/fr/services/ozg-10513');
  assert.match(french, /<html[^>]*lang="fr/);
});

test('a page tells machines what it tells people, without running anything', async () => {
  const markup = await pageAt('/sl/de/services/personalausweis?place=de-10041100');
  const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(markup)?.[1] ?? '';
  const thing = JSON.parse(block);
  assert.deepEqual(thing['@type'], ['GovernmentService', 'cpsv:PublicService']);
  assert.equal(thing.serviceOperator.name, 'Saarbrücken');
  assert.equal(thing['cv:hasCost'], undefined, 'an example is not told to machines as a fact');
});

test('services stand under their letter and their situation, authorities with what they offer', async () => {
  assert.ok((await pageAt('/gl/fr/services?letter=A')).includes('Attestation de domicile'));
  assert.ok((await pageAt('/gl/de/situations/moving')).includes('Wohnsitzbestätigung'));
  assert.ok((await pageAt('/sl/de/situations/ozg-55')).includes('Wohnsitz anmelden'));
  assert.ok((await pageAt('/gl/de/authorities')).includes('Glarus Süd'));
  const authority = await pageAt('/gl/de/authorities/ch-1630');
  for (const said of ['Öffnungszeiten', 'Montag', 'Wohnsitzbestätigung', 'online'])
    assert.ok(authority.includes(said), said);
});

test('a search groups by what one can do where, keeps what was typed, and is never empty', async () => {
  const markup = await pageAt('/gl/de/search?q=wohnbest%C3%A4tigung+8750');
  assert.ok(markup.includes('Online zu erledigen in Glarus') && markup.includes('value="wohnbestätigung 8750"'));
  const nothing = await pageAt(`/gl/de/search?q=${encodeURIComponent('qqqq <b>xyzw')}`);
  assert.ok(nothing.includes('qqqq &lt;b&gt;xyzw') && !nothing.includes('<b>xyzw'));
  assert.ok(nothing.includes('Umziehen und wohnen') && nothing.includes('/gl/de/contact'));
  assert.ok((await pageAt('/gl/de/search?q=')).includes('Geben Sie ein'));
});

test('without a portal the place says which one answers', async () => {
  const hrefAt = async (place: string) =>
    (await jsonAt(`/api/v1/services/residence-certificate?lang=fr&place=${place}`)).href;
  assert.equal(await hrefAt('de-10041100'), '/sl/fr/services/residence-certificate?place=de-10041100');
  assert.equal(await hrefAt('ch-261'), '/zh/fr/services/residence-certificate?place=ch-261');
  assert.equal((await hall.visitor().get('/api/v1/services/residence-certificate?place=ch-99999')).status, 400);
});

test('what is not there is not found; what is malformed is refused; nothing breaks', async () => {
  for (const path of [
    'services/nope',
    'services/__proto__',
    'situations/nope',
    'authorities/de-10041100',
    'authorities/x',
  ])
    await pageAt(`/gl/de/${path}`, 404);
  await pageAt('/gl/de/services?letter=%3Cb%3E');
  await pageAt(`/gl/de/search?q=${'a'.repeat(3000)}`);
  await pageAt('/gl/de/search?q=%F0%9F%90%B6+%E2%80%AE%00', 400);
  for (const query of ['q=', 'portal=gl', 'q=x&portal=nope', 'q=x&lang=xx', 'q=x&place=nope', 'q=x&other=1'])
    assert.ok([400, 404].includes((await hall.visitor().get(`/api/v1/search?${query}`)).status), query);
  const refused = await hall.visitor().get('/api/v1/services/nope?portal=gl');
  assert.equal(refused.status, 404);
  assert.match(refused.headers.get('content-type') ?? '', /problem\+json/);
});

test('the JSON of a search names services, pages and the German keys', async () => {
  const { results, place } = await jsonAt('/api/v1/search?portal=sl&lang=de&q=personalausweis+verlust+66111');
  assert.equal(place.key, 'de-10041100');
  assert.equal(results[0].key, 'personalausweis');
  assert.equal(results[0].ozg, '10119');
  assert.ok(results[0].entries.some((entry: { name: string }) => /Verlust/.test(entry.name)));
  assert.equal((await hall.visitor().get(results[0].href)).status, 200);
  const abroad = await jsonAt('/api/v1/search?portal=zh&lang=de&q=acte+de+domicile');
  assert.equal(abroad.results[0].key, 'residence-certificate', 'found in another language of the portal');
});

test('the OpenAPI document has every route of the API, with its own parameters', async () => {
  const document = await jsonAt('/api/v1/openapi.json');
  assert.equal(document.openapi, '3.1.1');
  const opened = hall.hall
    .openedRoutes()
    .filter(({ site, path }) => site === 'api' && path !== '/api/v1/openapi.json')
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
  );
  assert.deepEqual(described.sort(), opened.sort());
  const names = document.paths['/api/v1/search'].get.parameters.map(({ name }: { name: string }) => name);
  assert.deepEqual(names, ['q', 'portal', 'lang', 'place']);
});
