import type { Id } from '../../platform/crypto/ids.ts';
import { statement, type Tx } from '../../platform/db/database.ts';
import type { Country, Language } from '../../platform/i18n/language.ts';
import type { Authority, AuthorityKind, Locality, Municipality } from './authority.ts';

const HASH = statement<{ hash: Buffer }>(
  'territory.import-hash',
  'select hash from hall.register_import where register = $1',
);
export const importedHash = async (tx: Tx, register: string): Promise<Buffer | undefined> =>
  (await tx.one(HASH, register))?.hash;

const KEEP_HASH = statement(
  'territory.keep-import-hash',
  `insert into hall.register_import (register, hash) values ($1, $2)
   on conflict (register) do update set hash = excluded.hash`,
);
export const keepHash = (tx: Tx, register: string, hash: Buffer): Promise<number> => tx.run(KEEP_HASH, register, hash);

const WRITE = statement(
  'territory.write-authorities',
  `insert into hall.authority (id, key, kind, country, region, name, designation, parents, language, population,
                               valid_from, valid_to, has_ended, successor, names, other_names)
   select id, key, kind, country, region, name, designation, parents, language, population, valid_from, valid_to, has_ended, successor,
          names, other_names
     from json_to_recordset($1) as given (id uuid, key text, kind text, country text, region text, name text, designation text,
          parents text[], language text, population integer, valid_from date, valid_to date, has_ended boolean, successor text,
          names jsonb, other_names text[])
   on conflict (id) do update set
     kind = excluded.kind, region = excluded.region, name = excluded.name, designation = excluded.designation,
     parents = excluded.parents, language = excluded.language, population = excluded.population, valid_from = excluded.valid_from,
     valid_to = excluded.valid_to, has_ended = excluded.has_ended, successor = excluded.successor,
     names = excluded.names, other_names = excluded.other_names`,
);
/** Writes authorities, or what has changed of them. None is ever deleted: cases name them. */
export const writeAuthorities = (tx: Tx, authorities: readonly (Authority | Municipality)[]): Promise<number> =>
  tx.run(WRITE, JSON.stringify(authorities.map(rowOf)));

function rowOf(authority: Authority | Municipality) {
  const { language, population, validFrom, validTo, hasEnded, successor, otherNames } =
    authority as Partial<Municipality>;
  const { id, key, kind, country, region, name, designation, parents } = authority;
  return {
    ...{ id, key, kind, country, region, name, designation, parents, language, population, successor },
    valid_from: validFrom,
    valid_to: validTo,
    has_ended: hasEnded ?? false,
    names: authority.names,
    other_names: otherNames,
  };
}

const CLEAR = statement('territory.clear-localities', 'delete from hall.locality');
export const clearLocalities = (tx: Tx): Promise<number> => tx.run(CLEAR);

const WRITE_PLACES = statement(
  'territory.write-localities',
  `insert into hall.locality (authority_id, position, postcode, place)
   select authority_id, position, postcode, place
     from json_to_recordset($1) as given (authority_id uuid, position smallint, postcode text, place text)`,
);
export const writeLocalities = (tx: Tx, municipalities: readonly Municipality[]): Promise<number> =>
  tx.run(
    WRITE_PLACES,
    JSON.stringify(
      municipalities.flatMap(({ id, places }) =>
        places.map((place, position) => ({ authority_id: id, position, ...place })),
      ),
    ),
  );

interface Row {
  id: Id<'authority'>;
  key: string;
  kind: AuthorityKind;
  country: Country;
  region: string;
  name: string;
  designation: string | null;
  parents: string[];
  language: Language | 'rm' | null;
  population: number | null;
  valid_from: string | null;
  valid_to: string | null;
  has_ended: boolean;
  successor: string | null;
  names: Authority['names'] | null;
  other_names: string[] | null;
  postcodes: string[] | null;
  places: string[] | null;
}

const ALL = statement<Row>(
  'territory.all',
  `select a.id, a.key, a.kind, a.country, a.region, a.name, a.designation, a.parents, a.language, a.population,
          a.valid_from::text as valid_from, a.valid_to::text as valid_to, a.has_ended, a.successor, a.names, a.other_names, l.postcodes, l.places
     from hall.authority a
     left join (select authority_id, array_agg(postcode order by position) as postcodes, array_agg(place order by position) as places
                  from hall.locality group by authority_id) l on l.authority_id = a.id`,
);
export const allAuthorities = async (tx: Tx): Promise<(Authority | Municipality)[]> =>
  (await tx.many(ALL)).map(authorityOf);

function authorityOf(row: Row): Authority | Municipality {
  const { id, key, kind, country, region, name, parents } = row;
  const authority = {
    id,
    key,
    kind,
    country,
    region,
    name,
    parents,
    ...(row.designation && { designation: row.designation }),
    ...(row.names && { names: row.names }),
  };
  if (kind !== 'municipality') return authority;
  return {
    ...authority,
    kind,
    places: (row.postcodes ?? []).map((postcode, at): Locality => ({ postcode, place: row.places?.[at] ?? '' })),
    hasEnded: row.has_ended,
    ...(row.language && { language: row.language }),
    ...(row.population !== null && { population: row.population }),
    ...(row.valid_from && { validFrom: row.valid_from }),
    ...(row.valid_to && { validTo: row.valid_to }),
    ...(row.successor && { successor: row.successor }),
    ...(row.other_names && { otherNames: row.other_names }),
  };
}
