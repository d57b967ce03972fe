import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Language } from '../../../platform/i18n/language.ts';
import { ContentError } from '../../packs/index.ts';
import { AUDIENCES, type Audience, LEVELS, type Level } from '../service.ts';
import type { Inventory, Listed, ListedSituation } from './inventory.ts';
import { listOf, readTable } from './read-table.ts';

const COLUMNS = [
  'key',
  'level',
  'audience',
  'situations',
  'title_de',
  'title_fr',
  'title_it',
  'title_en',
  'synonyms_de',
  'synonyms_fr',
  'synonyms_it',
  'synonyms_en',
] as const;

/** Our own inventory of cantonal and municipal services: `ch-services.tsv` and `situations.yaml`. */
export function readSwissInventory(registers: string): Inventory {
  const path = join(registers, 'ch-services.tsv');
  const services = readTable(path, COLUMNS).map((row): Listed => {
    if (!LEVELS.includes(row.level as Level)) throw new ContentError(`${path}: ${row.key}: level «${row.level}»`);
    const all = <T>(of: (language: Language) => T) => ({ de: of('de'), fr: of('fr'), it: of('it'), en: of('en') });
    return {
      key: row.key,
      level: row.level as Level,
      isLevelOpen: false,
      audience: audienceOf(row.audience),
      situations: listOf(row.situations),
      title: all((language) => row[`title_${language}`]),
      synonyms: all((language) => listOf(row[`synonyms_${language}`])),
      entries: [],
    };
  });
  return { services, situations: readSituations(join(registers, 'situations.yaml')), loose: [] };
}

function readSituations(path: string): ListedSituation[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const listed = parse(text, { maxAliasCount: 0 }) as Record<string, unknown>[];
  if (!Array.isArray(listed)) throw new ContentError(`${path}: expected a list of situations`);
  return listed.map((each) => ({
    key: String(each.key),
    audience: audienceOf(Array.isArray(each.audience) ? each.audience.join('|') : String(each.audience ?? '')),
    title: (each.title ?? {}) as ListedSituation['title'],
    summary: (each.summary ?? {}) as ListedSituation['summary'],
    ...(typeof each.icon === 'string' && { icon: each.icon }),
  }));
}

function audienceOf(cell: string): Audience[] {
  const named = AUDIENCES.filter((audience) => listOf(cell.replaceAll(/[, ]/g, '|')).includes(audience));
  return named.length > 0 ? named : ['person'];
}
