import type { Language } from '../../../platform/i18n/language.ts';
import type { Municipality } from '../authority.ts';
import type { Portal } from '../portal.ts';
import type { Territory } from '../territory.ts';

/** What the place pages need of a visit. (Identity's Visit has it all; territory stands below identity.) */
export interface PlaceVisit {
  portal: Portal;
  language: Language;
  root: string;
  origin: string;
  path: string;
  query: Record<string, string>;
  body: Record<string, string | string[]>;
  cookies: Record<string, string>;
}

const COOKIE = 'place';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers a municipality. It names nobody, and is set only when somebody has chosen. */
export const placeCookie = (key: string) => ({ name: COOKIE, value: key, maxAgeSeconds: YEAR_SECONDS });

/**
 * The municipality that a visitor has chosen: `?place=` in the address wins over the cookie. A former one leads to its
 * successor; one of another country is not of this portal.
 */
export function chosenPlace(
  visit: Pick<PlaceVisit, 'portal' | 'query' | 'cookies' | 'origin'>,
  territory: Pick<Territory, 'successorOf'>,
): Municipality | undefined {
  const name = visit.origin.startsWith('https:') ? `__Host-${COOKIE}` : COOKIE;
  for (const key of [visit.query.place, visit.cookies[name]]) {
    const municipality = key === undefined ? undefined : territory.successorOf(key);
    if (municipality?.country === visit.portal.country) return municipality;
  }
  return undefined;
}
