import type { Country } from '../../../platform/i18n/language.ts';
import type { Municipality } from '../authority.ts';
import { shortNamesOf, spellingsOf } from './fold.ts';
import { buildTrigrams, type Trigrams } from './trigrams.ts';

/** A municipality under one of the names or places by which people call it. */
export interface Named {
  municipality: Municipality;
  /** The locality, when the name is not the municipality's own. */
  place?: string;
  /** How well the name stands for it: its own whole name, its own short name, a locality. */
  rank: 0 | 1 | 2;
}

export interface PlaceIndex {
  byName: ReadonlyMap<string, readonly Named[]>;
  byPostcode: ReadonlyMap<string, readonly { municipality: Municipality; place: string }[]>;
  /** All names, sorted, for what begins with something. */
  names: readonly string[];
  /** Names of several words without their blanks, and the name: `stgallen`. */
  unspaced: ReadonlyMap<string, string>;
  /** What stands behind the first word of a name, sorted, and the names: `gallen`, `am main`. */
  endings: readonly string[];
  namesEnding: ReadonlyMap<string, readonly string[]>;
  /** For what is mistyped, by country. */
  trigrams(country: Country): Trigrams;
  /** For showing: the name of an authority above. */
  nameOf(key: string): string | undefined;
}

interface Surroundings {
  successorOf(key: string): Municipality | undefined;
  nameOf(key: string): string | undefined;
}

/** Former municipalities are found under their names too, and lead to their successor, as one of its places. */
export function buildPlaceIndex(all: readonly Municipality[], { successorOf, nameOf }: Surroundings): PlaceIndex {
  const byName = new Map<string, Named[]>();
  const byPostcode = new Map<string, { municipality: Municipality; place: string }[]>();
  const name = (text: string, named: Named) => {
    for (const spelling of spellingsOf(text)) {
      const known = byName.get(spelling);
      if (!known) byName.set(spelling, [named]);
      else if (!known.some((each) => each.municipality === named.municipality)) known.push(named);
      else lift(known, named);
    }
  };
  for (const former of all) {
    const municipality = former.hasEnded ? successorOf(former.key) : former;
    if (!municipality) continue;
    const isFormer = municipality !== former;
    for (const [order, own] of shortNamesOf(former.name).entries())
      name(own, isFormer ? { municipality, place: former.name, rank: 2 } : { municipality, rank: order === 0 ? 0 : 1 });
    for (const other of former.otherNames ?? []) name(other, { municipality, rank: 1 });
    for (const { postcode, place } of former.places) {
      for (const own of place === '' ? [] : shortNamesOf(place)) name(own, { municipality, place, rank: 2 });
      const known = byPostcode.get(postcode) ?? [];
      if (!known.some((each) => each.municipality === municipality && each.place === place))
        byPostcode.set(postcode, [...known, { municipality, place }]);
    }
  }
  const names = [...byName.keys()].sort();
  const namesIn = (country: Country) =>
    names.filter((each) => byName.get(each)?.some(({ municipality }) => municipality.country === country));
  return {
    byName,
    byPostcode,
    names,
    ...wordsOf(names),
    trigrams: once((country: Country) => buildTrigrams(namesIn(country))),
    nameOf,
  };
}

function wordsOf(names: readonly string[]): Pick<PlaceIndex, 'unspaced' | 'endings' | 'namesEnding'> {
  const unspaced = new Map<string, string>();
  const namesEnding = new Map<string, string[]>();
  for (const name of names) {
    if (!name.includes(' ')) continue;
    unspaced.set(name.replaceAll(' ', ''), name);
    for (let at = name.indexOf(' '); at !== -1; at = name.indexOf(' ', at + 1)) {
      const ending = name.slice(at + 1);
      const known = namesEnding.get(ending);
      if (known) known.push(name);
      else namesEnding.set(ending, [name]);
    }
  }
  return { unspaced, namesEnding, endings: [...namesEnding.keys()].sort() };
}

/** Made when it is first asked for: nobody mistypes a place while the hall opens. */
function once<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const before = made.get(key);
    if (before !== undefined) return before;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}

/** The best rank under which a municipality has a name counts. */
function lift(known: Named[], named: Named): void {
  const index = known.findIndex((each) => each.municipality === named.municipality);
  const before = known[index];
  if (before && named.rank < before.rank) known[index] = named;
}
