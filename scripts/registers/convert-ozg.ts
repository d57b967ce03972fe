/**
 * Makes our tables of the German inventory out of the catalogue named in content/registers/SOURCES.md: facts only
 * (names, keys, parents, level of responsibility). Usage: node scripts/registers/convert-ozg.ts <ozg-leika-catalogue.json>
 *
 * The source holds rows that somebody made to try the software. What goes, and what remains (german-inventory.test.ts counts it):
 *   fields      14 of 14
 *   situations  55 of 58    «aaaaaaaaaaaaaaaaa», «aaaaabbbbb», «aaabbbccc» are tests; no service belongs to them
 *   services   557 of 557   the description «Test» of 10513 and its two jurisdictions are tests: those columns are not taken
 *   LeiKa    5,247 of 5,251 «Test 124» and «Test 4» are tests (keys of four and eight digits); one row stands twice; one
 *                           «nicht im LeiKa» stands beside the same name of the same service with its key.
 * The law «sdesf» of the first row is a test, the row is not: laws are not taken. Two names with two keys each are real.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Source {
  subjects: { id: number; name: string }[];
  situations: { id: number; subject_id: number; name: string }[];
  serviceSystems: { id: number; situation_id: number; service_key: string; name: string }[];
  services: { id: number; name: string; service_system_id: number | null; service_key: string; service_type: string }[];
}

const [file = ''] = process.argv.slice(2);
const TARGET = new URL('../../content/registers/', import.meta.url).pathname;
const source = JSON.parse(readFileSync(file, 'utf8')) as Source;

const clean = (text: string) => text.replace(/\s+/g, ' ').trim();
const LETTERS_OF_A_TEST = /^([a-c])\1{2,}[a-c]*$/;
const LEIKA_KEY = /^99\d{12}$/;
const WITHOUT_KEY = 'nicht im LeiKa';

function write(name: string, columns: string[], rows: (string | number)[][]): void {
  writeFileSync(join(TARGET, name), `${[columns, ...rows].map((row) => row.join('\t')).join('\n')}\n`);
  console.log(`${name}: ${rows.length}`);
}

const situations = source.situations.filter(({ name }) => !LETTERS_OF_A_TEST.test(name));
const ozgKeys = new Map(source.serviceSystems.map(({ id, service_key }) => [id, service_key]));

/** Entries without tests and without doubles, sorted by key and name. */
function entries(): [key: string, ozg: string, type: string, name: string][] {
  const rows = new Map<string, [string, string, string, string]>();
  const byKeyFirst = source.services.toSorted(
    (a, b) => Number(LEIKA_KEY.test(b.service_key)) - Number(LEIKA_KEY.test(a.service_key)),
  );
  const named = new Set<string>();
  for (const { name, service_key, service_system_id, service_type } of byKeyFirst) {
    const key = LEIKA_KEY.test(service_key) ? service_key : '';
    if (key === '' && service_key !== WITHOUT_KEY) continue;
    const ozg = ozgKeys.get(service_system_id ?? -1) ?? '';
    const whatItIs = `${ozg} ${clean(name)}`;
    if (key === '' && named.has(whatItIs)) continue;
    named.add(whatItIs);
    rows.set(`${key} ${whatItIs}`, [key, ozg, service_type, clean(name)]);
  }
  return [...rows.values()].sort((a, b) => compare(a[0] || '~', b[0] || '~') || compare(a[3], b[3]));
}
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The level that most of its entries have: an OZG service has none of its own. */
function typeOf(ozg: string, all: readonly [string, string, string, string][]): string {
  const counts = new Map<string, number>();
  for (const [, parent, type] of all) if (parent === ozg && type !== '') counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]?.[0] ?? '';
}

const leika = entries();
write(
  'de-ozg-fields.tsv',
  ['id', 'name'],
  source.subjects.map(({ id, name }) => [id, clean(name)]),
);
write(
  'de-ozg-situations.tsv',
  ['id', 'field', 'name'],
  situations.map(({ id, subject_id, name }) => [id, subject_id, clean(name)]),
);
write(
  'de-ozg-services.tsv',
  ['key', 'situation', 'type', 'name'],
  source.serviceSystems
    .map(({ service_key, situation_id, name }) => [service_key, situation_id, typeOf(service_key, leika), clean(name)])
    .sort((a, b) => compare(String(a[0]), String(b[0]))),
);
write('de-leika.tsv', ['key', 'ozg', 'type', 'name'], leika);
