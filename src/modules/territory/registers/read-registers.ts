import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idOfKey } from '../../../platform/crypto/ids.ts';
import type { Country, Language } from '../../../platform/i18n/language.ts';
import type { Authority, Municipality } from '../authority.ts';

const FILES = [
  'ch-municipalities.tsv',
  'ch-localities.tsv',
  'de-regions.tsv',
  'de-municipalities.tsv',
  'federations-and-cantons.tsv',
  'other-place-names.tsv',
] as const;

/** What the registers of this release say. `hash` tells whether it has been imported already. */
export interface Registers {
  hash: Buffer;
  /** All authorities, the wider before the narrower. */
  read(): (Authority | Municipality)[];
}

export function openRegisters(contentDir: string): Registers {
  const files = FILES.map((name) => readFileSync(join(contentDir, 'registers', name)));
  const hash = createHash('sha256').update(FORMAT);
  for (const file of files) hash.update(createHash('sha256').update(file).digest());
  const [swiss, localities, regions, german, named, others] = files.map((file) => rowsOf(file.toString('utf8')));
  return {
    hash: hash.digest(),
    read: () =>
      [
        ...(named ?? []).map(federationOrCanton),
        ...switzerland(swiss ?? [], localities ?? []),
        ...germany(regions ?? [], german ?? []),
      ].map(withOtherNames(others ?? [])),
  };
}

const OFFICIAL = new Set(['de', 'fr', 'it', 'rm']);

/** Changes when the same files are read in another way. */
const FORMAT = '2';

const rowsOf = (text: string): string[][] =>
  text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

export const authorityId = (key: string) => idOfKey<'authority'>(`authority:${key}`);

function authority(
  kind: Authority['kind'],
  key: string,
  country: Country,
  region: string,
  name: string,
  parents: readonly string[],
): Authority {
  return { id: authorityId(key), key, kind, country, region, name, parents };
}

/** Cantons whose first official language is not German. */
const FIRST_LANGUAGE: Record<string, Language> = {
  'ch-fr': 'fr',
  'ch-ge': 'fr',
  'ch-ju': 'fr',
  'ch-ne': 'fr',
  'ch-ti': 'it',
  'ch-vd': 'fr',
  'ch-vs': 'fr',
};

function federationOrCanton([key = '', de = '', fr = '', it = '', en = '']: string[]): Authority {
  const names = { de, fr, it, en };
  const [country, canton] = key.split('-') as [Country, string?];
  const name = names[FIRST_LANGUAGE[key] ?? 'de'];
  const kind = canton ? 'region' : 'federation';
  return { ...authority(kind, key, country, canton?.toUpperCase() ?? '', name, canton ? [country] : []), names };
}

function withOtherNames(rows: string[][]): (each: Authority) => Authority {
  const others = new Map<string, string[]>();
  for (const [key = '', name = ''] of rows) others.set(key, [...(others.get(key) ?? []), name]);
  return (each) => {
    const otherNames = others.get(each.key);
    return otherNames ? { ...each, otherNames } : each;
  };
}

function switzerland(municipalities: string[][], localities: string[][]): Authority[] {
  const places = placesBy(localities);
  return [
    ...municipalities.map(
      ([
        bfs = '',
        name = '',
        canton = '',
        district = '',
        language = '',
        successor = '',
        ended = '',
        from = '',
        to = '',
      ]) => ({
        ...authority('municipality', `ch-${bfs}`, 'ch', canton, name, [
          ...(district ? [`ch-${canton.toLowerCase()}-${slug(district)}`] : []),
          `ch-${canton.toLowerCase()}`,
          'ch',
        ]),
        kind: 'municipality' as const,
        // «multiple»: a municipality of several languages has none alone.
        ...(OFFICIAL.has(language) && { language: language as Language | 'rm' }),
        places: places.get(bfs) ?? [],
        hasEnded: ended !== '',
        ...(from && { validFrom: from }),
        ...(to && { validTo: to }),
        ...(successor && { successor: `ch-${successor}` }),
      }),
    ),
    ...districtsOf(municipalities),
  ];
}

/** Districts of Swiss cantons govern nothing here; they tell municipalities of the same name apart. */
function districtsOf(municipalities: string[][]): Authority[] {
  const districts = new Map<string, Authority>();
  for (const [, , canton = '', district = ''] of municipalities) {
    if (!district) continue;
    const key = `ch-${canton.toLowerCase()}-${slug(district)}`;
    districts.set(key, authority('district', key, 'ch', canton, district, [`ch-${canton.toLowerCase()}`, 'ch']));
  }
  return [...districts.values()];
}

function placesBy(localities: string[][]): Map<string, { postcode: string; place: string }[]> {
  const places = new Map<string, { postcode: string; place: string }[]>();
  for (const [bfs = '', postcode = '', place = ''] of localities)
    places.set(bfs, [...(places.get(bfs) ?? []), { postcode, place }]);
  return places;
}

/** Abbreviations of the GV100AD. */
const DESIGNATIONS: Record<string, string> = { M: 'Markt', St: 'Stadt', GKSt: 'Große Kreisstadt' };

function germany(regions: string[][], municipalities: string[][]): Authority[] {
  const above = regions.map(([kind = '', key = '', name = '']) => {
    const land = key.slice(0, 2);
    if (kind === 'land') return authority('region', `de-${key}`, 'de', land, name, ['de']);
    if (kind === 'kreis') return authority('district', `de-${key}`, 'de', land, name, [`de-${land}`, 'de']);
    return authority('association', `de-${key}`, 'de', land, name, [`de-${key.slice(0, 5)}`, `de-${land}`, 'de']);
  });
  const known = new Set(above.map(({ key }) => key));
  return [
    ...above,
    ...municipalities.map(
      ([ags = '', name = '', designation = '', verband = '', population = '', seat = '', postcodes = '']) => {
        const parents = [verband && `de-${verband}`, `de-${ags.slice(0, 5)}`, `de-${ags.slice(0, 2)}`, 'de'];
        const codes = [...new Set([...(seat ? [seat] : []), ...postcodes.split(' ').filter(Boolean)])];
        return {
          ...authority(
            'municipality',
            `de-${ags}`,
            'de',
            ags.slice(0, 2),
            name,
            parents.filter((key) => key === 'de' || known.has(key)),
          ),
          kind: 'municipality' as const,
          ...(designation && { designation: DESIGNATIONS[designation] ?? designation }),
          language: 'de' as const,
          population: Number(population),
          places: codes.map((postcode) => ({ postcode, place: '' })),
          hasEnded: false,
        };
      },
    ),
  ];
}

const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
