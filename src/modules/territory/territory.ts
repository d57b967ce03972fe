import type { Country } from '../../platform/i18n/language.ts';
import { type Authority, type AuthorityKind, isMunicipality, type Municipality } from './authority.ts';
import { lookUp, type Near, type PlaceAnswer } from './places/look-up.ts';
import { buildPlaceIndex } from './places/place-index.ts';
import { splitPlace } from './places/split-place.ts';

/** All authorities and places, answered from memory. Never changed, only replaced. */
export interface Territory {
  authority(key: string): Authority | undefined;
  byId(id: string): Authority | undefined;
  /** One by its key, a former one too. */
  municipality(key: string): Municipality | undefined;
  /** The one that answers for `key` today: itself, or what it was merged into; undefined where no source says it. */
  successorOf(key: string): Municipality | undefined;
  /** Those that exist today, by name. */
  authorities(filter: { country?: Country; region?: string; kind?: AuthorityKind }): readonly Authority[];
  /** The municipality that somebody means by what they typed. Never a silent guess. */
  lookUp(typed: string, near?: Near): PlaceAnswer;
  /** «hund anmelden 8750» taken apart into what is wanted and where; `place` is absent where none was typed. */
  splitPlace(typed: string, near?: Near): { words: string; place?: PlaceAnswer };
}

const MOST_MERGERS = 5;

/** Indexes `all` authorities, former municipalities among them. */
export function territoryOf(all: readonly Authority[]): Territory {
  const byKey = new Map(all.map((authority) => [authority.key, authority]));
  const byId = new Map<string, Authority>(all.map((authority) => [authority.id, authority]));
  const municipality = (key: string) => {
    const found = byKey.get(key);
    return isMunicipality(found) ? found : undefined;
  };
  const living = all
    .filter((authority) => !(isMunicipality(authority) && authority.hasEnded))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const successorOf = (key: string) => {
    let found = municipality(key);
    for (let step = 0; found?.hasEnded && step < MOST_MERGERS; step++)
      found = found.successor ? municipality(found.successor) : undefined;
    return found?.hasEnded ? undefined : found;
  };
  const nameOf = (key: string) => byKey.get(key)?.name;
  const index = buildPlaceIndex(all.filter(isMunicipality), { successorOf, nameOf });
  return {
    authority: (key) => byKey.get(key),
    byId: (id) => byId.get(id),
    municipality,
    successorOf,
    authorities: ({ country, region, kind }) =>
      living.filter(
        (authority) =>
          (country === undefined || authority.country === country) &&
          (region === undefined || authority.region === region) &&
          (kind === undefined || authority.kind === kind),
      ),
    lookUp: (typed, near) => lookUp(index, typed, near),
    splitPlace: (typed, near) => splitPlace(index, typed, near),
  };
}
