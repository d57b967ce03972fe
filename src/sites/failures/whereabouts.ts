import type { FastifyRequest } from 'fastify';
import type { Visit } from '../../modules/identity/index.ts';
import type { Portal } from '../../modules/territory/index.ts';
import { ANONYMOUS } from '../../platform/db/principal.ts';
import { isLanguage, LANGUAGES, type Language, localeOf } from '../../platform/i18n/language.ts';
import type { Gatehouse, RouteConfig } from '../gate/gate.ts';
import { preferredLanguage } from '../gate/preferred-language.ts';

/** As far as it can be told from a request that has failed, perhaps before anything was read. */
export interface Whereabouts {
  language: Language;
  /** A program asked: it gets problem+json. */
  isProgram: boolean;
  /** Undefined outside all portals. Nobody is signed in here: the failure may be that nobody can be asked. */
  visit?: Visit;
}

export interface Place {
  portal: Portal;
  root: string;
  host?: string;
}

/** Reads only what can't fail: the address, the host, and headers. */
export function whereabouts(
  house: Pick<Gatehouse, 'database' | 'clock' | 'origin' | 'secure'>,
  places: readonly Place[],
  request: FastifyRequest,
): Whereabouts {
  const path = (request.url ?? '/').split('?')[0] as string;
  const { hall } = (request.routeOptions?.config ?? {}) as RouteConfig;
  const isProgram = hall?.json === true || path.startsWith('/api/');
  const header = request.headers['accept-language'];
  const place = placeOf(places, path, request.headers.host);
  if (!place) return { language: preferredLanguage(header, LANGUAGES), isProgram };
  const { portal, root, host } = place;
  const named = path
    .slice(root.length)
    .split('/')
    .slice(1, 3)
    .find((segment) => isLanguage(segment) && portal.languages.includes(segment)) as Language | undefined;
  const language = named ?? preferredLanguage(header, portal.languages);
  return {
    language,
    isProgram,
    visit: {
      portal,
      language,
      locale: localeOf(language, portal.country),
      root,
      origin: host ? `${house.secure ? 'https' : 'http'}://${host}` : house.origin,
      path,
      principal: ANONYMOUS,
      database: house.database,
      clock: house.clock,
      params: named ? { lang: named } : {},
      query: Object.create(null),
      body: Object.create(null),
      cookies: (request.cookies ?? {}) as Record<string, string>,
      address: request.ip,
    },
  };
}

const placeOf = (places: readonly Place[], path: string, host: string | undefined): Place | undefined =>
  places.find((place) => (place.host ? place.host === host : path === place.root || path.startsWith(`${place.root}/`)));
