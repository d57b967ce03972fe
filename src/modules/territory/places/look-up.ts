import type { Country } from '../../../platform/i18n/language.ts';
import type { Municipality } from '../authority.ts';
import { foldTyped } from './fold.ts';
import type { Named, PlaceIndex } from './place-index.ts';

/** Where somebody asks: the portal's country and its canton or Land. */
export interface Near {
  country: Country;
  region: string;
}

export interface PlaceCandidate {
  municipality: Municipality;
  /** The locality that was meant, when it is not the municipality's name. */
  place?: string;
  postcode?: string;
  /** District and canton, to tell two of the same name apart. */
  district?: string;
  region: string;
}

export type PlaceAnswer =
  | { kind: 'found'; municipality: Municipality; place?: string; postcode?: string }
  | { kind: 'ambiguous'; candidates: readonly PlaceCandidate[] }
  | { kind: 'unknown'; nearest: readonly PlaceCandidate[] };

type Hit = { municipality: Municipality; place?: string; postcode?: string; rank?: number };

const MOST_CANDIDATES = 30;
const MOST_NEAREST = 8;
const LONGEST = 80;

/**
 * The municipality that is meant by `typed`: a postcode, a name, a place, part of a name. The portal's region narrows;
 * what is still ambiguous is asked, what is mistyped is offered.
 */
export function lookUp(index: PlaceIndex, typed: string, near?: Near): PlaceAnswer {
  const text = foldTyped(typed.slice(0, LONGEST));
  const postcode = /^(?:(?:ch|d|de) ?)?(\d{4,5})\b ?(.*)$/.exec(text);
  if (postcode) return byPostcode(index, postcode[1] as string, postcode[2] as string, near);
  const exact = index.byName.get(text);
  if (exact) return decide(index, exact, near);
  const beginning = beginningWith(index, text);
  if (beginning.length > 0) return decide(index, beginning, near);
  return { kind: 'unknown', nearest: nearestTo(index, text, near) };
}

function byPostcode(index: PlaceIndex, postcode: string, name: string, near?: Near): PlaceAnswer {
  const all = index.byPostcode.get(postcode);
  if (!all) return name === '' ? { kind: 'unknown', nearest: [] } : lookUp(index, name, near);
  const hits = hitsOf(index, postcode, all);
  const named =
    name === '' ? [] : [...(index.byName.get(name) ?? [])].filter(({ municipality }) => hits.has(municipality));
  const withCode = named.map((each) => ({ ...each, postcode }));
  if (withCode.length > 0) return decide(index, withCode, near);
  return decide(index, [...hits.values()], near);
}

/**
 * The municipalities that have a part in `postcode`. One whose place there bears another's name («Glarus» in Glarus Süd) has
 * but a sliver of it, and comes behind the one that the name is of.
 */
function hitsOf(
  index: PlaceIndex,
  postcode: string,
  all: readonly { municipality: Municipality; place: string }[],
): Map<Municipality, Hit> {
  const isNameOf = (place: string, municipality: Municipality) =>
    index.byName.get(foldTyped(place))?.some((each) => each.municipality === municipality && each.rank < 2) === true;
  const hits = new Map<Municipality, Hit>();
  for (const { municipality, place } of all) {
    const isOwn = place === '' || isNameOf(place, municipality);
    const isSliver =
      !isOwn && all.some((other) => other.municipality !== municipality && isNameOf(place, other.municipality));
    const rank = isSliver ? 1 : 0;
    const before = hits.get(municipality);
    if (before && ((before.rank ?? 0) < rank || before.place === undefined)) continue;
    hits.set(municipality, { municipality, postcode, rank, ...(!isOwn && { place }) });
  }
  return hits;
}

/** Whole names only, as `splitPlace` needs them; undefined where nothing is called so. */
export function lookUpExactly(index: PlaceIndex, name: string, near?: Near): PlaceAnswer | undefined {
  const exact = index.byName.get(foldTyped(name.slice(0, LONGEST)));
  return exact && decide(index, exact, near);
}

/** What begins with `text`, at a word's beginning; only from two letters on. */
function beginningWith(index: PlaceIndex, text: string): Named[] {
  if (text.length < 2) return [];
  const { names, byName } = index;
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle] as string) < text) low = middle + 1;
    else high = middle;
  }
  const found = new Map<Municipality, Named>();
  for (let at = low; at < names.length && found.size < MOST_CANDIDATES * 4; at++) {
    const name = names[at] as string;
    if (!name.startsWith(text)) break;
    for (const named of byName.get(name) ?? []) {
      const before = found.get(named.municipality);
      if (!before || named.rank < before.rank) found.set(named.municipality, named);
    }
  }
  return [...found.values()];
}

/**
 * One of `hits`, or the question which. Those of the portal's own region are preferred, then those of its country; a
 * municipality's own name beats a locality of the same name, never another municipality's.
 */
function decide(index: PlaceIndex, hits: readonly Hit[], near: Near | undefined): PlaceAnswer {
  const rings = near
    ? [
        hits.filter(({ municipality }) => municipality.country === near.country && municipality.region === near.region),
        hits.filter(({ municipality }) => municipality.country === near.country),
        hits,
      ]
    : [hits];
  const ring = rings.find((each) => each.length > 0) ?? [];
  const home = near ? (rings[1] ?? []) : hits;
  const isRivalled = bestRank(home) < bestRank(ring);
  const best = ring.filter(({ rank }) => (rank ?? 0) === bestRank(ring));
  // A locality here and a whole municipality elsewhere: either may be meant.
  const only = best.length === 1 && !isRivalled ? best[0] : undefined;
  if (only) {
    const { municipality, place, postcode } = only;
    return { kind: 'found', municipality, ...(place && { place }), ...(postcode && { postcode }) };
  }
  const ordered = [...new Set([...sorted(ring), ...sorted(hits)])];
  return { kind: 'ambiguous', candidates: ordered.slice(0, MOST_CANDIDATES).map((hit) => candidateOf(index, hit)) };
}

const bestRank = (hits: readonly Hit[]): number => Math.min(9, ...hits.map(({ rank }) => rank ?? 0));

const sorted = (hits: readonly Hit[]): Hit[] =>
  [...hits].sort(
    (a, b) =>
      (a.rank ?? 0) - (b.rank ?? 0) ||
      (b.municipality.population ?? 0) - (a.municipality.population ?? 0) ||
      (a.municipality.name < b.municipality.name ? -1 : 1),
  );

function nearestTo(index: PlaceIndex, text: string, near: Near | undefined): PlaceCandidate[] {
  const isNear = ({ municipality }: Hit) =>
    near !== undefined && municipality.country === near.country && municipality.region === near.region;
  const isHome = ({ municipality }: Hit) => near === undefined || municipality.country === near.country;
  const countries: readonly Country[] = near ? [near.country] : ['ch', 'de'];
  const hits = countries
    .flatMap((country) => index.trigrams[country].nearest(text, MOST_NEAREST * 3))
    .flatMap(({ name, distance }) => (index.byName.get(name) ?? []).map((named) => ({ ...named, distance })))
    .filter(isHome)
    .sort((a, b) => Number(isNear(b)) - Number(isNear(a)) || a.distance - b.distance || a.rank - b.rank);
  const first = new Map<Municipality, Hit>();
  for (const hit of hits) if (!first.has(hit.municipality)) first.set(hit.municipality, hit);
  return [...first.values()].slice(0, MOST_NEAREST).map((hit) => candidateOf(index, hit));
}

function candidateOf(index: PlaceIndex, { municipality, place, postcode }: Hit): PlaceCandidate {
  const above = municipality.parents.map((key) => index.nameOf(key)).filter((name) => name !== undefined);
  const district = above.length > 2 ? above.at(-3) : undefined;
  return {
    municipality,
    ...(place && { place }),
    ...(postcode && { postcode }),
    ...(district && { district }),
    region: above.at(-2) ?? '',
  };
}
