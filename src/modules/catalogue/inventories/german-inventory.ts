import { join } from 'node:path';
import type { Language } from '../../../platform/i18n/language.ts';
import type { Audience, Level } from '../service.ts';
import type { Entry, Inventory, Listed } from './inventory.ts';
import { listOf, readTable } from './read-table.ts';

/** The OZG services with their LeiKa entries, as `scripts/registers/convert-ozg.ts` wrote them. */
export function readGermanInventory(registers: string): Inventory {
  const table = <Column extends string>(name: string, columns: readonly Column[]) =>
    readTable(join(registers, name), columns);
  const translated = readTranslations(registers);
  const fields = new Map(
    table('de-ozg-fields.tsv', ['id', 'name']).map(({ id, name }) => [
      id,
      { de: name, ...translated(`field ${id}`)?.title },
    ]),
  );
  const situations = table('de-ozg-situations.tsv', ['id', 'field', 'name']);
  const words = readWords(registers);
  const inside = new Map<string, Entry[]>();
  for (const { key, ozg, type, name } of table('de-leika.tsv', ['key', 'ozg', 'type', 'name'])) {
    const entry = { key, name, type, synonyms: words.leika.get(key)?.synonyms.de ?? [] };
    const others = inside.get(ozg);
    if (others) others.push(entry);
    else inside.set(ozg, [entry]);
  }
  const fieldOf = new Map(situations.map(({ id, field }) => [id, field]));
  const services = table('de-ozg-services.tsv', ['key', 'situation', 'type', 'name']).map(
    ({ key, situation, type, name }): Listed => ({
      key: `ozg-${key}`,
      ...levelOf(type),
      audience: audienceOf(fieldOf.get(situation) ?? '', situation),
      situations: [`ozg-${situation}`],
      title: { de: name, ...words.ozg.get(key)?.title },
      synonyms: words.ozg.get(key)?.synonyms ?? {},
      ozg: key,
      entries: inside.get(key) ?? [],
    }),
  );
  return {
    services,
    situations: situations
      .map(({ id, field, name }) => ({ id, field, name, ours: translated(`situation ${id}`) }))
      .sort((a, b) => (a.ours?.order ?? LAST) - (b.ours?.order ?? LAST))
      .map(({ id, field, name, ours }) => ({
        key: `ozg-${id}`,
        audience: audienceOf(field, id),
        ...(ours?.icon && { icon: ours.icon }),
        title: { de: name, ...ours?.title },
        // Where we say it in other words, the official name stands below.
        summary: ours?.title.de && ours.title.de !== name ? { de: name } : {},
        field: fields.get(field) ?? {},
      })),
    loose: inside.get('') ?? [],
  };
}

/**
 * Who carries out a service of this LeiKa type. 1: federation; 2, 4: Land; 3, 5, 6: municipality. 2/3 leaves open which
 * of the two: one asks in the municipality first. @see LeiKa, Handbuch, «Typisierung»
 */
function levelOf(type: string): { level: Level; isLevelOpen: boolean } {
  if (type === '1') return { level: 'federation', isLevelOpen: false };
  if (type === '2' || type === '4') return { level: 'region', isLevelOpen: false };
  return { level: 'municipality', isLevelOpen: !['3', '5', '6'].includes(type) };
}

/** Subject fields of the OZG catalogue that are about companies, and situations of companies in other fields. */
const COMPANY_FIELDS = ['7', '14'];
const COMPANY_SITUATIONS = ['5', '11', '34', '38'];
const SHARED_FIELDS = ['2', '10', '11', '12', '13'];

function audienceOf(field: string, situation: string): Audience[] {
  if (COMPANY_FIELDS.includes(field) || COMPANY_SITUATIONS.includes(situation)) return ['company'];
  return SHARED_FIELDS.includes(field) ? ['person', 'company'] : ['person'];
}

interface Ours {
  /** The place in which it is shown: the order of the file. */
  order: number;
  icon: string;
  title: Partial<Record<Language, string>>;
}
const LAST = 1_000;

/** Our names of fields and situations: English, French, and everyday German where the official one is none. */
function readTranslations(registers: string): (what: string) => Ours | undefined {
  const columns = ['kind', 'id', 'title_de', 'title_en', 'title_fr', 'icon'] as const;
  const names = new Map(
    readTable(join(registers, 'de-ozg-translations.tsv'), columns).map((row, order): [string, Ours] => [
      `${row.kind} ${row.id}`,
      {
        order,
        icon: row.icon,
        title: { ...(row.title_de && { de: row.title_de }), en: row.title_en, fr: row.title_fr },
      },
    ]),
  );
  return (what) => names.get(what);
}

type Words = Pick<Listed, 'title' | 'synonyms'>;

/** Everyday words and translated titles that we add: `de-synonyms.tsv`, by OZG key or LeiKa key. */
function readWords(registers: string): { ozg: Map<string, Words>; leika: Map<string, Words> } {
  const found = { ozg: new Map<string, Words>(), leika: new Map<string, Words>() };
  const columns = ['ozg', 'leika', 'synonyms_de', 'title_en', 'synonyms_en', 'title_fr', 'synonyms_fr'] as const;
  for (const row of readTable(join(registers, 'de-synonyms.tsv'), columns)) {
    const words: Words = {
      title: { ...(row.title_en && { en: row.title_en }), ...(row.title_fr && { fr: row.title_fr }) },
      synonyms: { de: listOf(row.synonyms_de), en: listOf(row.synonyms_en), fr: listOf(row.synonyms_fr) },
    };
    if (row.leika) found.leika.set(row.leika, words);
    else if (row.ozg) found.ozg.set(row.ozg, words);
  }
  return found;
}
