import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../../tests/database.ts';
import { ANONYMOUS } from '../../../platform/db/principal.ts';
import { importRegisters, loadTerritory, type PlaceAnswer, type Territory } from '../index.ts';

const CONTENT = new URL('../../../../content/', import.meta.url).pathname;
const GL = { country: 'ch', region: 'GL' } as const;
const SG = { country: 'ch', region: 'SG' } as const;
const ZH = { country: 'ch', region: 'ZH' } as const;
const SL = { country: 'de', region: '10' } as const;

let database: TestDatabase;
let territory: Territory;
before(async () => {
  database = await testDatabase();
  await database.owner.transaction({ kind: 'job' }, (tx) => importRegisters(tx, CONTENT));
  territory = await database.app.transaction(ANONYMOUS, loadTerritory);
});
after(() => database.close());

const found = (answer: PlaceAnswer): string =>
  answer.kind === 'found' ? answer.municipality.key : `${answer.kind}: ${JSON.stringify(answer).slice(0, 200)}`;
const offered = (answer: PlaceAnswer): string[] =>
  answer.kind === 'found'
    ? []
    : (answer.kind === 'ambiguous' ? answer.candidates : answer.nearest).map(({ municipality }) => municipality.key);

test('the registers hold every municipality of both countries, and all authorities above them', () => {
  const count = (country: 'ch' | 'de', kind: 'municipality' | 'region' | 'district' | 'association' | 'federation') =>
    territory.authorities({ country, kind }).length;
  assert.equal(count('ch', 'municipality'), 2110);
  assert.equal(count('ch', 'region'), 26);
  assert.equal(count('de', 'municipality'), 10_775);
  assert.equal(count('de', 'region'), 16);
  assert.equal(count('de', 'district'), 400);
  assert.ok(count('de', 'association') > 1000);
  assert.equal(count('de', 'federation') + count('ch', 'federation'), 2);
  for (const { key, places } of territory
    .authorities({ country: 'de', kind: 'municipality' })
    .map((each) => territory.municipality(each.key) ?? { key: each.key, places: [] }))
    assert.ok(places.length > 0, `${key} has no postcode`);
});

test('a second import of the same registers writes nothing', async () => {
  assert.equal(await database.owner.transaction({ kind: 'job' }, (tx) => importRegisters(tx, CONTENT)), 0);
});

test('places are found as people type them', () => {
  const cases: [typed: string, near: typeof GL | typeof SG | typeof ZH | typeof SL, key: string][] = [
    ['glarus', GL, 'ch-1632'],
    ['Glarus Nord', GL, 'ch-1630'],
    ['glarus-nord', GL, 'ch-1630'],
    ['8752', GL, 'ch-1630'],
    // Glarus Süd has a sliver of it, whose place is called Glarus.
    ['8750', GL, 'ch-1632'],
    ['8750 Glarus', GL, 'ch-1632'],
    ['CH-8752 Näfels', GL, 'ch-1630'],
    ['naefels', GL, 'ch-1630'],
    ['Nafels', GL, 'ch-1630'],
    ['st gallen', SG, 'ch-3203'],
    ['St.Gallen', SG, 'ch-3203'],
    ['Sankt Gallen', SG, 'ch-3203'],
    ['9000', SG, 'ch-3203'],
    ['ZÜRICH', ZH, 'ch-261'],
    ['zuerich', ZH, 'ch-261'],
    ['Saarbruecken', SL, 'de-10041100'],
    ['saarbrucken', SL, 'de-10041100'],
    ['Saarbrücken', SL, 'de-10041100'],
    ['66111', SL, 'de-10041100'],
    ['Neunkirchen', SL, 'de-10043114'],
    ['winterth', ZH, 'ch-230'],
    // Without its blank, by a later word, with a title, with the letters of the canton, in another language.
    ['stgallen', SG, 'ch-3203'],
    ['gall', SG, 'ch-3203'],
    ['Gemeinde Glarus', GL, 'ch-1632'],
    ['Ville de Zurich', ZH, 'ch-261'],
    ['Wald ZH', GL, 'ch-120'],
    ['Buchs SG', GL, 'ch-3271'],
    ['Saint-Gall', SG, 'ch-3203'],
    ['San Gallo', SG, 'ch-3203'],
    ['Glarona', GL, 'ch-1632'],
    ['Genf', GL, 'ch-6621'],
    ['Winterthour', ZH, 'ch-230'],
    ['Sarrebruck', SL, 'de-10041100'],
    ['Freiburg', ZH, 'ch-2196'],
    ['Moutier', GL, 'ch-6831'],
  ];
  for (const [typed, near, key] of cases) assert.equal(found(territory.lookUp(typed, near)), key, typed);
});

test('what is ambiguous is asked: several of one name, a postcode that two share', () => {
  const neuenkirchen = territory.lookUp('Neuenkirchen', SL);
  assert.equal(neuenkirchen.kind, 'ambiguous');
  assert.ok(offered(neuenkirchen).length >= 5);
  assert.ok(
    neuenkirchen.kind === 'ambiguous' && neuenkirchen.candidates.every(({ region, district }) => region && district),
  );
  const shared = territory.lookUp('Rüti', GL);
  assert.equal(shared.kind, 'ambiguous', 'Rüti is a place in Glarus Süd and a municipality in Zürich');
  assert.ok(offered(shared).includes('ch-1631'));
});

test('a postcode and a name that contradict each other, and a name abroad that begins one at home, are asked about', () => {
  const contradiction = territory.lookUp('8750 Zürich', GL);
  assert.equal(contradiction.kind, 'ambiguous');
  assert.deepEqual(
    ['ch-1632', 'ch-261'].filter((key) => !offered(contradiction).includes(key)),
    [],
  );
  const baden = territory.lookUp('Baden', SL);
  assert.equal(baden.kind, 'ambiguous', 'Baden in Aargau, or Baden-Baden');
  assert.ok(offered(baden).includes('ch-4021') && offered(baden).includes('de-08211000'));
  // Postcodes that are not whole, or that do not exist: those that are like it.
  assert.deepEqual(offered(territory.lookUp('875', GL)).slice(0, 3).sort(), ['ch-1630', 'ch-1631', 'ch-1632']);
  assert.ok(offered(territory.lookUp('8759', GL)).includes('ch-1632'));
  assert.ok(offered(territory.lookUp('6611', SL)).includes('de-10041100'));
});

test('what is mistyped is offered, never taken', () => {
  for (const [typed, near, key] of [
    ['Glaurs', GL, 'ch-1632'],
    ['Saarbrüken', SL, 'de-10041100'],
    ['Wintertur', ZH, 'ch-230'],
    ['Rapperswill', SG, 'ch-3340'],
  ] as const) {
    const answer = territory.lookUp(typed, near);
    assert.equal(answer.kind, 'unknown', typed);
    assert.ok(offered(answer).includes(key), `${typed}: ${offered(answer)}`);
  }
  assert.deepEqual(territory.lookUp('xqzvwk', GL), { kind: 'unknown', nearest: [] });
  assert.deepEqual(territory.lookUp('', GL).kind, 'unknown');
  assert.deepEqual(territory.lookUp('\u0000<script>', GL).kind, 'unknown');
});

test('a search is taken apart into what is wanted and where', () => {
  const split = (typed: string, near: typeof GL | typeof SG | typeof ZH | typeof SL) => {
    const { words, place } = territory.splitPlace(typed, near);
    return [words, place && found(place)];
  };
  assert.deepEqual(split('hund anmelden 8752', GL), ['hund anmelden', 'ch-1630']);
  assert.deepEqual(split('8752 Näfels hund', GL), ['hund', 'ch-1630']);
  assert.deepEqual(split('Gewerbe Neunkirchen', SL), ['Gewerbe', 'de-10043114']);
  assert.deepEqual(split('hund anmelden in Glarus', GL), ['hund anmelden', 'ch-1632']);
  assert.deepEqual(split('St. Gallen umziehen', SG), ['umziehen', 'ch-3203']);
  assert.deepEqual(split('attestation de domicile à Zürich', ZH), ['attestation de domicile', 'ch-261']);
  assert.deepEqual(split('Glarus Nord', GL), ['', 'ch-1630']);
  assert.deepEqual(split('Steuern Glarus Süd', GL), ['Steuern', 'ch-1631']);
  assert.deepEqual(split('permis de construire Glaris', GL), ['permis de construire', 'ch-1632']);
  assert.deepEqual(split('hund anmelden in Wald', ZH), ['hund anmelden', 'ch-120']);
  for (const plain of [
    'Baden',
    'Bauen',
    'Hund',
    'Umzug',
    'Au',
    'Wald',
    'au pair',
    'wald roden',
    'reisepass baden',
    'umziehen',
    'bauen',
    'baden mit hund',
    'im wald heiraten',
    'acte de domicile',
    'Krankenkasse billiger',
    'permis de conduire',
    'haus bauen',
    'pass verlängern',
  ])
    assert.deepEqual(split(plain, GL), [plain, undefined], plain);
});

test('a former municipality leads to its successor', () => {
  for (const [former, successor] of [
    ['ch-700', 'ch-6831'],
    ['ch-2016', 'ch-2056'],
    ['ch-2027', 'ch-2056'],
  ] as const) {
    assert.equal(territory.municipality(former)?.hasEnded, true);
    assert.equal(territory.successorOf(former)?.key, successor);
  }
  assert.equal(territory.successorOf('ch-1632')?.key, 'ch-1632');
  assert.equal(territory.successorOf('ch-9999'), undefined);
});
