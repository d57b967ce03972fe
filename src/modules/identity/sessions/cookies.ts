import type { Visit } from '../visit.ts';

/**
 * The value of our cookie `name`. Over TLS only the one with the `__Host-` prefix counts: a neighbouring subdomain can
 * set a cookie for the parent domain, but not that one. @see RFC 6265bis §4.1.3
 */
export const cookieOf = (visit: Pick<Visit, 'cookies' | 'origin'>, name: string): string | undefined =>
  visit.cookies[visit.origin.startsWith('https:') ? `__Host-${name}` : name];
