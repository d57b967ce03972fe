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
  if (/^\d+$/.test(text))
    return {
      kind: 'unknown',
      nearest: postcodesLike(index, text.slice(0, 5), near).map((hit) => candidateOf(index, hit)),
    };
  return byName(index, text, near) ?? { kind: 'unknown', nearest: nearestTo(index, text, near) };
}

/** What people put before a name; dropped only when nothing is called so with it. */
const TITLE = /^(?:gemeinde|stadt|commune de|ville de|comune di|citta di|city of|town of|municipality of) /;

function byName(index: PlaceIndex, text: string, near?: Near): PlaceAnswer | undefined {
  const exact = exactly(index, text);
  const isAbroad = near && exact.every(({ municipality }) => municipality.country !== near.country);
  if (exact.length > 0 && !isAbroad) return decide(index, exact, near);
  const partial = beginningWith(index, text, near);
  const atHome = partial.filter(({ municipality }) => municipality.country === near?.country);
  // Baden lies abroad, but Baden-Baden does not: either may be meant.
  if (exact.length > 0 && atHome.length > 0) return asked(index, [...sorted(atHome), ...exact]);
  if (exact.length > 0) return decide(index, exact, near);
  const bare = text.replace(TITLE, '');
  if (bare !== text && bare !== '') return byName(index, bare, near);
  return partial.length > 0 ? decide(index, partial, near) : undefined;
}

const asked = (index: PlaceIndex, hits: readonly Hit[]): PlaceAnswer => ({
  kind: 'ambiguous',
  candidates: hits.slice(0, MOST_CANDIDATES).map((hit) => candidateOf(index, hit)),
});

/** `Mollis GL`: the letters of a canton behind a name that is told apart by nothing else. */
const CANTON = /^(.+) ([a-z]{2})$/;

/** What is called `text`, with or without its blanks, or with the letters of its canton behind. */
function exactly(index: PlaceIndex, text: string): readonly Named[] {
  const named = index.byName.get(text) ?? index.byName.get(index.unspaced.get(text) ?? '');
  if (named) return named;
  const [, name, canton] = CANTON.exec(text) ?? [];
  if (!name || !canton) return [];
  const inCanton = ({ municipality }: Named) => municipality.region === canton.toUpperCase();
  return (index.byName.get(name) ?? []).filter(inCanton);
}

function byPostcode(index: PlaceIndex, postcode: string, name: string, near?: Near): PlaceAnswer {
  const all = index.byPostcode.get(postcode);
  const like = (): Hit[] => postcodesLike(index, postcode, near);
  if (!all)
    return name === ''
      ? { kind: 'unknown', nearest: like().map((hit) => candidateOf(index, hit)) }
      : lookUp(index, name, near);
  const hits = hitsOf(index, postcode, all);
  const called = name === '' ? [] : exactly(index, name);
  const withCode = called.filter(({ municipality }) => hits.has(municipality)).map((each) => ({ ...each, postcode }));
  if (withCode.length > 0) return decide(index, withCode, near);
  // The name says one place and the postcode another: both are shown.
  if (called.length > 0) return asked(index, [...hits.values(), ...called]);
  // Four digits are a postcode abroad, and the beginning of one at home.
  const isAbroad = near && all.every(({ municipality }) => municipality.country !== near.country);
  if (isAbroad && like().length > 0) return asked(index, [...like(), ...hits.values()]);
  return decide(index, [...hits.values()], near);
}

/** Places whose postcode begins with what was typed of one; of a whole one that does not exist, with all but its last digit. */
function postcodesLike(index: PlaceIndex, typed: string, near: Near | undefined): Hit[] {
  if (typed.length < 2) return [];
  const lengths = near ? [near.country === 'ch' ? 4 : 5] : [4, 5];
  const first = new Map<Municipality, Hit>();
  for (const length of lengths) {
    const start = typed.slice(0, Math.min(typed.length, length - 1));
    for (const [postcode, all] of index.byPostcode)
      if (postcode.length === length && postcode.startsWith(start))
        for (const { municipality } of all)
          if (!first.has(municipality)) first.set(municipality, { municipality, postcode });
  }
  const isNear = ({ municipality }: Hit) =>
    municipality.country === near?.country && municipality.region === near.region;
  return [...first.values()].sort((a, b) => Number(isNear(b)) - Number(isNear(a))).slice(0, MOST_NEAREST);
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
  const exact = exactly(index, foldTyped(name.slice(0, LONGEST)));
  return exact.length > 0 ? decide(index, exact, near) : undefined;
}

/** What begins with `text`; where nothing at home does, what has a later word that does too. Only from two letters on. */
function beginningWith(index: PlaceIndex, text: string, near?: Near): Named[] {
  if (text.length < 2) return [];
  const found = new Map<Municipality, Named>();
  const add = (name: string): void => {
    for (const named of index.byName.get(name) ?? []) {
      const before = found.get(named.municipality);
      if (!before || named.rank < before.rank) found.set(named.municipality, named);
    }
  };
  for (const name of startingWith(index.names, text)) {
    if (found.size >= MOST_FOUND) break;
    add(name);
  }
  const isHome = ({ municipality }: Named) => near === undefined || municipality.country === near.country;
  if ([...found.values()].some(isHome)) return [...found.values()];
  for (const ending of startingWith(index.endings, text)) {
    if (found.size >= MOST_FOUND) break;
    for (const name of index.namesEnding.get(ending) ?? []) add(name);
  }
  return [...found.values()];
}

const MOST_FOUND = MOST_CANDIDATES * 4;

/** Those of `sorted` that start with `text`. */
function* startingWith(sorted: readonly string[], text: string): Iterable<string> {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < text) low = middle + 1;
    else high = middle;
  }
  for (let at = low; sorted[at]?.startsWith(text); at++) yield sorted[at] as string;
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
  return asked(index, ordered);
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
    .flatMap((country) => index.trigrams(country).nearest(text, MOST_NEAREST * 3))
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
