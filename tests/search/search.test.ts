/**
 * Do people find what they look for? `queries.tsv` is what search is improved on; `held-out.tsv` was written without
 * looking at the words in content, and nothing is tuned on it: it says whether search generalises. Asked by the front
 * door, as programs and suggestions do.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestHall, type TestHall } from '../hall.ts';
import { figuresOf, lineOf, type Pair, readPairs } from './figures.ts';

const BAR = 0.95;
const FEWEST_PAIRS = 300;
const fileAt = (name: string) => new URL(name, import.meta.url).pathname;

let hall: TestHall;
before(async () => {
  hall = await startTestHall();
});
after(() => hall.close());

interface Found {
  key: string;
  ozg?: string;
}

async function ask(pair: Pair): Promise<{ pair: Pair; results: string[][] }> {
  const query = new URLSearchParams({ portal: pair.portal, lang: pair.language, q: pair.query });
  const response = await hall.visitor().get(`/api/v1/search?${query}`);
  assert.equal(response.status, 200, `${pair.query}: ${response.status}`);
  const { results } = (await response.json()) as { results: Found[] };
  return { pair, results: results.map(({ key, ozg }) => (ozg === undefined ? [key] : [key, `ozg-${ozg}`])) };
}

for (const name of ['queries.tsv', 'held-out.tsv'])
  test(`${name}: success@5 is at least ${BAR * 100} % in every language`, async (t) => {
    const pairs = readPairs(fileAt(name));
    const answers = [];
    for (const pair of pairs) answers.push(await ask(pair));
    const below: string[] = [];
    for (const language of new Set(pairs.map((pair) => pair.language))) {
      const figures = figuresOf(answers.filter(({ pair }) => pair.language === language));
      t.diagnostic(lineOf(language, figures));
      for (const { pair, got } of figures.missed)
        t.diagnostic(
          `  ${pair.portal}: «${pair.query}» should find ${pair.accepted.join(' or ')}, found ${got.join(', ')}`,
        );
      if (figures.successAt5 < BAR) below.push(lineOf(language, figures));
    }
    assert.deepEqual(below, []);
  });

test('there are enough pairs, in four languages, and every accepted service is there', async () => {
  const pairs = [...readPairs(fileAt('queries.tsv')), ...readPairs(fileAt('held-out.tsv'))];
  assert.ok(pairs.length >= FEWEST_PAIRS);
  assert.deepEqual([...new Set(pairs.map(({ language }) => language))].sort(), ['de', 'en', 'fr', 'it']);
  const named = new Map(
    pairs.flatMap(({ portal, accepted }) => accepted.map((key) => [`${portal} ${key}`, { portal, key }])),
  );
  const missing: string[] = [];
  for (const { portal, key } of named.values()) {
    const response = await hall.visitor().get(`/api/v1/services/${encodeURIComponent(key)}?portal=${portal}`);
    if (response.status !== 200) missing.push(`${portal} ${key}`);
  }
  assert.deepEqual(missing, []);
});

test('umlauts either way, slips, compounds taken apart, beginnings, and other languages of the portal', async () => {
  const first = async (portal: string, language: string, query: string) =>
    (await ask({ portal, language, query, accepted: [] })).results.map(([key]) => key).slice(0, 3);
  for (const [portal, language, query, key] of [
    ['gl', 'de', 'hund anmelden 8750', 'dog-registration'],
    ['gl', 'de', 'Bestätigung Wohnsitz', 'residence-certificate'],
    ['gl', 'de', 'wohnsitzbestaetigung', 'residence-certificate'],
    ['gl', 'de', 'baubewillgung', 'building-permit'],
    ['gl', 'de', 'wohnsitzbest', 'residence-certificate'],
    ['sl', 'de', 'fuehrerschein', 'fuehrerschein'],
    ['sl', 'de', 'Führerscheine', 'fuehrerschein'],
    ['sl', 'de', 'hundeanmeldug', 'hundesteuer'],
    ['gl', 'de', 'certificato di domicilio', 'residence-certificate'],
    ['gl', 'it', 'Krankenkasse billiger', 'premium-reduction'],
    ['sl', 'de', '99008001012000', 'personalausweis'],
  ] as const)
    assert.ok(
      (await first(portal, language, query)).includes(key),
      `${query}: ${await first(portal, language, query)}`,
    );
});
