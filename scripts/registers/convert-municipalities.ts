/**
 * Makes our tables of places out of the sources named in content/registers/SOURCES.md.
 * Usage: node scripts/registers/convert-municipalities.ts <folder with ch/ and de/>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [source = ''] = process.argv.slice(2);
const TARGET = new URL('../../content/registers/', import.meta.url).pathname;

interface SwissMunicipality {
  bfs: number;
  name: string;
  canton: string;
  district?: string;
  language?: string;
  postcodes: { plz: string; place: string; lang: string }[];
}

/**
 * Municipalities that the directory of localities of January 2025 still has and the list of 2026 no longer.
 * A successor stands here only where its name in the sources shows it.
 */
const SUCCESSORS: Record<string, number> = { '700': 6831, '2016': 2056, '2027': 2056 };

const json = <T>(path: string): T => JSON.parse(readFileSync(join(source, path), 'utf8')) as T;
const table = (path: string, separator: string): string[][] =>
  readFileSync(join(source, path), 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(separator));

function write(file: string, columns: string[], rows: (string | number | undefined)[][]): void {
  const lines = rows.map((row) => row.map((cell) => String(cell ?? '').replace(/\s+/g, ' ')).join('\t'));
  writeFileSync(join(TARGET, file), `${[columns.join('\t'), ...lines].join('\n')}\n`);
  console.log(`${file}: ${rows.length}`);
}

function switzerland(): void {
  const municipalities = json<SwissMunicipality[]>('ch/swiss-municipalities-2026.json');
  const localities = table('ch/localities-lv95.csv', ';');
  const current = new Set(municipalities.map((each) => each.bfs));
  const former = new Map<number, { name: string; canton: string; places: string[][] }>();
  for (const [place = '', plz = '', , name = '', bfs = '', canton = '', , , lang = ''] of localities) {
    if (current.has(Number(bfs)) || canton === '') continue;
    const entry = former.get(Number(bfs)) ?? { name, canton, places: [] };
    entry.places.push([plz, place, lang]);
    former.set(Number(bfs), entry);
  }
  const languageOf = (each: SwissMunicipality) => each.language ?? (each.canton === 'TI' ? 'it' : 'fr');
  write(
    'ch-municipalities.tsv',
    ['bfs', 'name', 'canton', 'district', 'language', 'successor', 'ended'],
    [
      ...municipalities.map((each) => [each.bfs, each.name, each.canton, each.district, languageOf(each), '', '']),
      ...[...former].map(([bfs, each]) => [
        bfs,
        each.name,
        each.canton,
        '',
        each.places[0]?.[2],
        SUCCESSORS[bfs],
        'yes',
      ]),
    ],
  );
  const places = [
    ...municipalities.flatMap((each) => each.postcodes.map(({ plz, place, lang }) => [each.bfs, plz, place, lang])),
    ...[...former].flatMap(([bfs, each]) => each.places.map((place) => [bfs, ...place])),
  ];
  write('ch-localities.tsv', ['bfs', 'postcode', 'place', 'language'], unique(places));
}

interface German {
  laender: { key: string; name: string }[];
  kreise: { key: string; name: string; type: string }[];
  verbaende: { key: string; name: string; type: string }[];
  gemeinden: { ags: string; ars: string; name: string; type: string; population: number; plzSeat: string }[];
}

function germany(): void {
  const { laender, kreise, verbaende, gemeinden } = json<German>('de/german-municipalities-2023-11-30.json');
  const inhabited = gemeinden.filter((each) => each.population > 0);
  const postcodes = new Map<string, string[]>();
  for (const [ags = '', postcode = ''] of table('de/municipality-postcodes.csv', ','))
    postcodes.set(ags, [...(postcodes.get(ags) ?? []), postcode]);
  // A Verband of type 50 is a municipality without one: no authority of its own.
  const real = verbaende.filter((each) => each.type !== '50');
  write(
    'de-regions.tsv',
    ['kind', 'key', 'name'],
    [
      ...laender.map((each) => ['land', each.key, each.name]),
      ...kreise.map((each) => ['kreis', each.key, each.name]),
      ...real.map((each) => ['verband', each.key, each.name]),
    ],
  );
  const associations = new Set(real.map((each) => each.key));
  write(
    'de-municipalities.tsv',
    ['ags', 'name', 'designation', 'verband', 'population', 'seat', 'postcodes'],
    inhabited.map((each) => {
      const [name = '', ...designation] = each.name.split(',').map((part) => part.trim());
      const verband = each.ars.slice(0, 9);
      const codes = [...new Set(postcodes.get(each.ags) ?? [])].sort().join(' ');
      return [
        each.ags,
        name,
        designation.join(', '),
        associations.has(verband) ? verband : '',
        each.population,
        each.plzSeat,
        codes,
      ];
    }),
  );
}

const unique = <T>(rows: T[][]): T[][] => [...new Map(rows.map((row) => [row.join('\t'), row])).values()];

switzerland();
germany();
