import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readInventories } from './read-inventories.ts';
import { readTable } from './read-table.ts';

const CONTENT = new URL('../../../../content/', import.meta.url).pathname;
const { services, situations, loose } = readInventories(CONTENT).of('de');
const entries = [...services.flatMap((service) => service.entries), ...loose];

test('the German inventory is whole: what the source has, without its rows of tests', () => {
  assert.equal(readTable(`${CONTENT}registers/de-ozg-fields.tsv`, ['id', 'name']).length, 14);
  assert.equal(situations.length, 58 - 3, 'three situations were made of single letters');
  assert.equal(services.length, 557);
  assert.equal(entries.length, 5251 - 4, 'two tests, one row that stood twice, one twin without its key');
  assert.equal(entries.filter(({ key }) => key !== '').length, 4813);
  assert.equal(loose.length, 26, 'entries that belong to no service of the catalogue');
});

test('no row of a test is left, and nothing stands twice', () => {
  const names = [...situations.map((each) => each.title.de ?? ''), ...entries.map((entry) => entry.name)];
  assert.deepEqual(
    names.filter((name) => /^Test( |$)|sdesf|^([a-c])\2\2/.test(name)),
    [],
  );
  const seen = services.flatMap((service) => service.entries.map(({ key, name }) => `${service.key} ${key} ${name}`));
  assert.equal(new Set(seen).size, seen.length);
  const keys = entries.map(({ key }) => key).filter((key) => key !== '');
  assert.equal(new Set(keys).size, keys.length);
  assert.ok(keys.every((key) => /^99\d{12}$/.test(key)));
});

test('every service stands under a situation of its field, and says who carries it out', () => {
  const known = new Map(situations.map((situation) => [situation.key, situation]));
  for (const service of services) {
    assert.ok(
      service.situations.every((key) => known.get(key)?.field),
      service.key,
    );
    assert.ok(service.title.de);
  }
  const level = (key: string) => services.find((service) => service.ozg === key);
  assert.equal(level('10241')?.title.de, 'Klage');
  assert.equal(level('10513')?.level, 'region');
  assert.equal(level('10119')?.isLevelOpen, true, 'Personalausweis: type 2/3 leaves it open');
});
