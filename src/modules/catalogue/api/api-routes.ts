import { type Static, Type } from 'typebox';
import { json } from '../../../platform/http/answer.ts';
import { HallFailure, notFound } from '../../../platform/http/failure.ts';
import type { Route } from '../../../platform/http/route.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import { to, routes as urls } from '../../../routes.ts';
import type { Visit } from '../../identity/index.ts';
import { chosenPlace } from '../../territory/index.ts';
import type { CatalogueWiring } from '../create-catalogue.ts';
import type { FoundEntry } from '../search/answer.ts';
import { FoundServices, ServiceDocument, type ServiceJson } from './documents.ts';
import { serviceJson } from './service-json.ts';

/** A few services of the inventory have hundreds. */
const MOST_LEIKA_KEYS = 100;

const Portal = Type.String({
  maxLength: 12,
  description: 'Key of the portal: gl, sg, zh, sl. Default: that of the place, else of the host, else the first.',
});
const Lang = Type.String({
  maxLength: 5,
  description: 'Language of the portal: de, fr, it, en. Default: by Accept-Language.',
});
const PlaceKey = Type.String({ maxLength: 40, description: 'Key of a municipality: ch-1630, de-10041100.' });

const SearchQuery = Type.Object(
  {
    q: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'Everyday words, with a place if you like: hund anmelden 8750.',
    }),
    portal: Type.Optional(Portal),
    lang: Type.Optional(Lang),
    place: Type.Optional(PlaceKey),
  },
  { additionalProperties: false },
);
const ServiceQuery = Type.Object(
  { portal: Type.Optional(Portal), lang: Type.Optional(Lang), place: Type.Optional(PlaceKey) },
  { additionalProperties: false },
);

/** Search and services as JSON, for programs and for suggestions while typing. */
export function apiRoutes(wiring: CatalogueWiring): Route<Visit>[] {
  return [
    {
      method: 'GET',
      path: urls.api.search,
      access: 'public',
      json: true,
      query: SearchQuery,
      describes: { summary: 'Find services by everyday words; best first.', answer: FoundServices },
      handle: (visit) => json(searchJson(wiring, visit)),
    },
    {
      method: 'GET',
      path: urls.api.service,
      access: 'public',
      json: true,
      query: ServiceQuery,
      describes: {
        summary: 'A service as it is at a place: cost, time, what is needed, who answers.',
        answer: ServiceDocument,
        parameters: { key: 'Key of the service: residence-certificate, ozg-10119.' },
      },
      handle: (visit) => json(oneService(wiring, visit)),
    },
  ];
}

/** `lang=` must be a language of the portal; without it, what the browser likes best. */
function languageOf({ query, portal, language }: Visit): Language {
  if (query.lang === undefined) return language;
  const found = portal.languages.find((each) => each === query.lang);
  if (!found) throw new HallFailure('bad-request', 400, 'lang is no language of the portal');
  return found;
}

function placeOf(wiring: CatalogueWiring, visit: Visit) {
  if (visit.query.place === undefined) return undefined;
  const municipality = chosenPlace({ ...visit, cookies: {} }, wiring.snapshot().territory);
  if (!municipality) throw new HallFailure('bad-request', 400, 'place is no municipality of the country');
  return municipality;
}

function searchJson(wiring: CatalogueWiring, visit: Visit): Static<typeof FoundServices> {
  const { catalogue } = wiring.snapshot();
  const language = languageOf(visit);
  const root = wiring.rootOf(visit.portal);
  const answer = catalogue.search(visit.portal.key, language, visit.query.q ?? '', placeOf(wiring, visit));
  const { municipality } = answer;
  return {
    query: visit.query.q ?? '',
    words: answer.words,
    place: municipality ? { key: municipality.key, name: municipality.name } : null,
    isGuess: answer.isGuess,
    results: answer.results.map(({ service, title, summary, group, leika }) => ({
      key: service.key,
      title: title.text,
      lang: title.lang,
      href: root + to(urls.portal.service, { lang: language, service: service.key }, { place: municipality?.key }),
      group,
      ...(summary && { summary: summary.text }),
      ...(service.ozg !== undefined && { ozg: service.ozg }),
      ...leikaOf(catalogue.entries(visit.portal.key, service.key), leika),
    })),
  };
}

/** All LeiKa keys of a service, those that matched first; the ones that matched with their names too. */
function leikaOf(all: readonly FoundEntry[], matched: readonly FoundEntry[]) {
  const keys = [...new Set([...matched, ...all].map(({ key }) => key))].filter((key) => key !== '');
  return {
    ...(keys.length > 0 && { leika: keys.slice(0, MOST_LEIKA_KEYS) }),
    ...(matched.length > 0 && { entries: matched.map(({ key, name }) => ({ key, name })) }),
  };
}

function oneService(wiring: CatalogueWiring, visit: Visit): ServiceJson {
  const { catalogue } = wiring.snapshot();
  const key = visit.params.key ?? '';
  if (!catalogue.service(visit.portal.key, key)) throw notFound();
  const language = languageOf(visit);
  const at = catalogue.at(visit.portal.key, key, placeOf(wiring, visit));
  const href =
    wiring.rootOf(visit.portal) +
    to(urls.portal.service, { lang: language, service: key }, { place: at.municipality?.key });
  return serviceJson(at, language, href, catalogue.entries(visit.portal.key, key));
}
