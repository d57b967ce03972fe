import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../../tests/database.ts';
import { ANONYMOUS, type Principal } from '../../../platform/db/principal.ts';
import { existsOn, importRegisters, loadTerritory, nameIn } from '../index.ts';

let database: TestDatabase;
const content = mkdtempSync(join(tmpdir(), 'registers-'));
before(async () => {
  database = await testDatabase();
  cpSync(new URL('../../../../content/registers', import.meta.url).pathname, join(content, 'registers'), {
    recursive: true,
  });
});
after(async () => {
  await database.close();
  rmSync(content, { recursive: true });
});

const importAll = (principal: Principal = { kind: 'job' }) =>
  database.owner.transaction(principal, (tx) => importRegisters(tx, content));
const load = () => database.app.transaction(ANONYMOUS, loadTerritory);
const swiss = (...rows: string[][]) =>
  appendFileSync(
    join(content, 'registers', 'ch-municipalities.tsv'),
    `${rows.map((row) => row.join('\t')).join('\n')}\n`,
  );
const on = (day: string) => Temporal.PlainDate.from(day);

test('a merger in a later release: the old one ends on a day, leads to the new one, and is never deleted', async () => {
  assert.ok((await importAll()) > 14_000);
  swiss(
    ['9001', 'Oberdorf am See', 'GL', '', 'de', '9003', 'yes', '1850-01-01', '2027-01-01'],
    ['9003', 'Seedorf am See', 'GL', '', 'de', '9004', 'yes', '2027-01-01', '2030-01-01'],
    ['9004', 'Großsee', 'GL', '', 'de', '', '', '2030-01-01', ''],
  );
  appendFileSync(join(content, 'registers', 'ch-localities.tsv'), '9001\t9990\tOberdorf am See\tde\n');
  assert.ok((await importAll()) > 0);
  assert.equal(await importAll(), 0);
  const territory = await load();
  const former = territory.municipality('ch-9001');
  assert.ok(former);
  assert.equal(existsOn(former, on('2026-12-31')), true);
  assert.equal(existsOn(former, on('2027-01-01')), false);
  assert.equal(existsOn(former, on('1849-12-31')), false);
  const last = territory.successorOf('ch-9001');
  assert.ok(last);
  assert.equal(last.key, 'ch-9004');
  assert.equal(existsOn(last, on('2029-12-31')), false);
  assert.equal(existsOn(last, on('2400-01-01')), true);
  // People go on typing the old name and the old postcode.
  for (const typed of ['Oberdorf am See', '9990', '9990 Oberdorf am See']) {
    const answer = territory.lookUp(typed);
    assert.deepEqual(
      answer.kind === 'found' && [answer.municipality.key, answer.place],
      ['ch-9004', 'Oberdorf am See'],
      typed,
    );
  }
  assert.equal(
    territory.authorities({ kind: 'municipality', region: 'GL' }).some(({ key }) => key === 'ch-9001'),
    false,
  );
});

test('the Swiss cases of 2025 and 2026: one moved to another canton, two became one', async () => {
  const territory = await load();
  assert.equal(territory.municipality('ch-700')?.region, 'BE');
  assert.equal(territory.successorOf('ch-700')?.region, 'JU');
  for (const key of ['ch-2016', 'ch-2027']) assert.equal(territory.successorOf(key)?.name, 'Fétigny-Ménières');
  // Where no source says what became of it, nobody is named.
  assert.equal(territory.successorOf('ch-4122'), undefined);
  assert.equal(territory.municipality('ch-4122')?.hasEnded, true);
});

test('a ring of successors ends', async () => {
  swiss(['9005', 'Rundum', 'GL', '', 'de', '9006', 'yes'], ['9006', 'Umrund', 'GL', '', 'de', '9005', 'yes']);
  await importAll();
  assert.equal((await load()).successorOf('ch-9005'), undefined);
});

test('cantons are called in each language as it calls them', async () => {
  const territory = await load();
  const canton = territory.authority('ch-gr');
  assert.ok(canton);
  assert.deepEqual(
    (['de', 'fr', 'it', 'en'] as const).map((language) => nameIn(canton, language)),
    ['Kanton Graubünden', 'Canton des Grisons', 'Cantone dei Grigioni', 'Canton of Graubünden'],
  );
  assert.equal(territory.authority('ch-ti')?.name, 'Cantone Ticino');
  assert.equal(nameIn({ name: 'Glarus' }, 'fr'), 'Glarus');
});

test('only an import writes registers', async () => {
  for (const principal of [
    ANONYMOUS,
    { kind: 'operator', personId: '00000000-0000-0000-0000-000000000000' },
  ] as const) {
    swiss(['9007', 'Nirgends', 'GL', '', 'de', '', '']);
    await assert.rejects(importAll(principal), /row-level security/);
  }
  await assert.rejects(
    database.app.transaction({ kind: 'job' }, (tx) => importRegisters(tx, content)),
    /permission denied/,
  );
});
