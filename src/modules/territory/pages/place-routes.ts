import { Type } from 'typebox';
import { type Answer, json, redirect } from '../../../platform/http/answer.ts';
import type { Route } from '../../../platform/http/route.ts';
import { wayBack } from '../../../platform/http/way-back.ts';
import { to, routes as urls } from '../../../routes.ts';
import type { Municipality } from '../authority.ts';
import type { Near, PlaceAnswer, PlaceCandidate } from '../places/look-up.ts';
import type { Territory } from '../territory.ts';
import { type PlaceShown, placePage } from './place-page.ts';
import { chosenPlace, type PlaceVisit, placeCookie } from './place-visit.ts';

export interface PlaceWiring {
  territory(): Territory;
}

/** The question for the place, and the places as JSON. */
export function placeRoutes(wiring: PlaceWiring): Route<PlaceVisit>[] {
  return [
    { method: 'GET', path: urls.portal.place, access: 'public', handle: (visit) => show(wiring.territory(), visit) },
    { method: 'POST', path: urls.portal.place, access: 'public', handle: (visit) => choose(wiring.territory(), visit) },
    {
      method: 'GET',
      path: urls.api.places,
      access: 'public',
      json: true,
      query: Type.Object(
        {
          q: Type.String({ minLength: 1, maxLength: 80 }),
          portal: Type.Optional(Type.String({ maxLength: 12 })),
          lang: Type.Optional(Type.String({ maxLength: 5 })),
        },
        { additionalProperties: false },
      ),
      describes: { summary: 'Find a municipality by postcode or name.', answer: FoundPlaces },
      handle: (visit) => json(placesJson(wiring.territory(), visit)),
    },
  ];
}

const nearOf = ({ portal }: PlaceVisit): Near => ({ country: portal.country, region: portal.region });

const homeOf = (visit: PlaceVisit): string => visit.root + to(urls.portal.home, { lang: visit.language });

function show(territory: Territory, visit: PlaceVisit): Answer {
  const { q } = visit.query;
  return placePage(visit, shown(territory, visit, wayBack(visit.query.back, visit.root, homeOf(visit)), q));
}

function shown(territory: Territory, visit: PlaceVisit, back: string, typed?: string): PlaceShown {
  const example = territory.authorities({
    country: visit.portal.country,
    region: visit.portal.region,
    kind: 'municipality',
  })[0] as Municipality | undefined;
  return {
    chosen: chosenPlace({ ...visit, query: {} }, territory),
    back,
    example: example ? `${example.places[0]?.postcode ?? ''} ${example.name}`.trim() : '',
    ...(typed !== undefined && {
      typed,
      ...(typed.trim() !== '' && { answer: territory.lookUp(typed, nearOf(visit)) }),
    }),
  };
}

const Maybe = Type.Union([Type.String(), Type.Null()]);
const FoundPlaces = Type.Object({
  kind: Type.Unsafe<PlaceAnswer['kind']>({ type: 'string', enum: ['found', 'ambiguous', 'unknown'] }),
  results: Type.Array(
    Type.Object({
      key: Type.String({ description: 'ch-1630, de-10041100' }),
      name: Type.String(),
      designation: Type.Optional(Type.String()),
      place: Type.Optional(Type.String()),
      postcode: Type.Optional(Type.String()),
      district: Maybe,
      region: Maybe,
      country: Type.String(),
      language: Maybe,
      postcodes: Type.Array(Type.String()),
    }),
  ),
});

/** A place that is clear is remembered and the visitor goes back; one that is not is asked about. */
function choose(territory: Territory, visit: PlaceVisit): Answer {
  const field = (name: string) => (typeof visit.body[name] === 'string' ? visit.body[name] : undefined);
  const back = wayBack(field('back'), visit.root, homeOf(visit));
  const chosen = field('place');
  if (chosen === '') return redirect(back, [{ name: 'place', value: '' }]);
  const picked = chosen === undefined ? undefined : territory.successorOf(chosen);
  if (picked) return redirect(withoutPlace(back), [placeCookie(picked.key)]);
  const typed = field('q') ?? '';
  const answer = typed.trim() === '' ? undefined : territory.lookUp(typed, nearOf(visit));
  if (answer?.kind === 'found') return redirect(withoutPlace(back), [placeCookie(answer.municipality.key)]);
  return placePage(visit, shown(territory, visit, back, typed));
}

/** The choice counts from now on: an older one in the address would win over it. */
function withoutPlace(back: string): string {
  const url = new URL(back, 'https://hall.invalid');
  url.searchParams.delete('place');
  return url.pathname + url.search;
}

function placesJson(territory: Territory, visit: PlaceVisit) {
  const answer: PlaceAnswer = territory.lookUp(visit.query.q ?? '', nearOf(visit));
  const results: readonly PlaceCandidate[] =
    answer.kind === 'found'
      ? [{ ...answer, region: '' }]
      : answer.kind === 'ambiguous'
        ? answer.candidates
        : answer.nearest;
  return { kind: answer.kind, results: results.map((each) => resultOf(territory, each)) };
}

function resultOf(territory: Territory, { municipality, place, postcode }: PlaceCandidate) {
  const nameOf = (kind: string) =>
    municipality.parents.map((key) => territory.authority(key)).find((each) => each?.kind === kind)?.name;
  return {
    key: municipality.key,
    name: municipality.name,
    ...(municipality.designation && { designation: municipality.designation }),
    ...(place && { place }),
    ...(postcode && { postcode }),
    district: nameOf('district') ?? null,
    region: nameOf('region') ?? null,
    country: municipality.country,
    language: municipality.language ?? null,
    postcodes: [...new Set(municipality.places.map((each) => each.postcode))].slice(0, 100),
  };
}
