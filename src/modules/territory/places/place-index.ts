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
  /** For what is mistyped, by country. */
  trigrams: Readonly<Record<Country, Trigrams>>;
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
  const trigrams = { ch: buildTrigrams(namesIn('ch')), de: buildTrigrams(namesIn('de')) };
  return { byName, byPostcode, names, trigrams, nameOf };
}

/** The best rank under which a municipality has a name counts. */
function lift(known: Named[], named: Named): void {
  const index = known.findIndex((each) => each.municipality === named.municipality);
  const before = known[index];
  if (before && named.rank < before.rank) known[index] = named;
}
