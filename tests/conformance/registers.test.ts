import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readTerritory } from '../../src/modules/territory/index.ts';

/**
 * Our tables of facts against the material that they were made from. The material stands beside the project, not in it:
 * without it this file says so, and everything else still passes.
 */
const SHARED = process.env.SHARED_DATA ?? new URL('../../../shared/data', import.meta.url).pathname;
const skip = existsSync(SHARED) ? false : `the material is not at ${SHARED}`;
const CONTENT = new URL('../../content/', import.meta.url).pathname;

const json = <T>(path: string): T => JSON.parse(readFileSync(join(SHARED, path), 'utf8')) as T;
const rowsOf = (path: string): string[][] =>
  readFileSync(join(CONTENT, 'registers', path), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

test('every Swiss municipality of 2026 is there with its name, canton and postcodes', { skip }, () => {
  const territory = readTerritory(CONTENT);
  const source = json<{ bfs: number; name: string; canton: string; postcodes: { plz: string }[] }[]>(
    'ch/swiss-municipalities-2026.json',
  );
  assert.equal(source.length, 2110);
  for (const { bfs, name, canton, postcodes } of source) {
    const found = territory.municipality(`ch-${bfs}`);
    assert.equal(found?.name, name);
    assert.equal(found?.region, canton);
    const codes = new Set(found?.places.map(({ postcode }) => postcode));
    for (const { plz } of postcodes) assert.ok(codes.has(plz), `${name} lacks ${plz}`);
  }
});

test('every inhabited German municipality is there with its key, population and postcodes', { skip }, () => {
  const territory = readTerritory(CONTENT);
  const { gemeinden } = json<{ gemeinden: { ags: string; name: string; population: number }[] }>(
    'de/german-municipalities-2023-11-30.json',
  );
  const inhabited = gemeinden.filter(({ population }) => population > 0);
  assert.equal(inhabited.length, 10_775);
  for (const { ags, name, population } of inhabited) {
    const found = territory.municipality(`de-${ags}`);
    assert.ok(found && name.startsWith(found.name), `${ags} ${name}`);
    assert.equal(found.population, population);
  }
  const pairs = readFileSync(join(SHARED, 'de/municipality-postcodes.csv'), 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .slice(1);
  assert.equal(pairs.length, 12_854);
  for (const pair of pairs) {
    const [ags = '', postcode = ''] = pair.split(',');
    assert.ok(
      territory.municipality(`de-${ags}`)?.places.some((place) => place.postcode === postcode),
      pair,
    );
  }
});

test('the OZG tree is whole, and every key of it stands in the source', { skip }, () => {
  const { subjects, serviceSystems, services } = json<{
    subjects: unknown[];
    serviceSystems: { service_key: string; name: string }[];
    services: { service_key: string }[];
  }>('de/ozg-leika-catalogue.json');
  assert.equal(rowsOf('de-ozg-fields.tsv').length, subjects.length);
  const sourceKeys = new Set(serviceSystems.map(({ service_key }) => service_key));
  const ours = rowsOf('de-ozg-services.tsv');
  assert.ok(ours.length > 540, `${ours.length} services`);
  for (const [key = ''] of ours) assert.ok(sourceKeys.has(key), key);
  const leikaKeys = new Set(services.map(({ service_key }) => service_key));
  const leika = rowsOf('de-leika.tsv');
  assert.ok(leika.length > 5_000, `${leika.length} LeiKa entries`);
  for (const [key = ''] of leika) assert.ok(key === '' || leikaKeys.has(key), key);
});
