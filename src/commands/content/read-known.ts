import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { FilePack } from '../../modules/packs/index.ts';
import { readTerritory } from '../../modules/territory/index.ts';
import { listOf, nodeOf } from './fault.ts';
import type { Known } from './references-lead-somewhere.ts';

/** Every key that content may name, out of the registers in `contentDir` and the `packs` themselves. */
export function readKnown(contentDir: string, packs: readonly FilePack[]): Known {
  const table = (file: string): string[][] => rowsOf(join(contentDir, 'registers', file));
  const first = (file: string): string[] => table(file).map(([key = '']) => key);
  const column = (file: string, name: string): string[] => {
    const [head = [], ...rows] = table(file);
    const at = head.indexOf(name);
    return at === -1 ? [] : rows.map((row) => row[at] ?? '').filter(Boolean);
  };
  const ozg = new Set(column('de-ozg-services.tsv', 'key'));
  const situations = listOf(parse(readFileSync(join(contentDir, 'registers', 'situations.yaml'), 'utf8')));
  const described = packs
    .filter(({ kind, scope }) => kind === 'service' && scope === 'federation')
    .map(({ key }) => key);
  return {
    situations: new Set(situations.map((situation) => String(nodeOf(situation).key))),
    ozgSituations: new Set(first('de-ozg-situations.tsv')),
    services: new Set([...described, ...first('ch-services.tsv'), ...[...ozg].map((key) => `ozg-${key}`)]),
    ozg,
    leika: new Set(column('de-leika.tsv', 'key')),
    territory: readTerritory(contentDir),
  };
}

/** All rows of a table, its head first; none when there is no such table. */
function rowsOf(path: string): string[][] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
}
