import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { Visit } from '../../modules/identity/index.ts';
import type { Portal } from '../../modules/territory/index.ts';
import type { Answer, SetCookie } from '../../platform/http/answer.ts';
import type { Gatehouse } from './gate.ts';

export interface Sending {
  house: Gatehouse;
  visit: Visit;
  site: string;
  /** The key under which finished bytes may be kept. */
  kept: string | undefined;
  /** Public JSON: pages of other sites may read it, without cookies. */
  isOpen: boolean;
}

/** Sends `answer`; a page goes into the layout of its site, and is kept when it is the same for everybody. */
export function sendAnswer(
  { house, visit, site, kept, isOpen }: Sending,
  reply: FastifyReply,
  answer: Answer,
): FastifyReply {
  const headers = { ...securityHeaders(visit.portal, house.secure), ...('headers' in answer && answer.headers) };
  switch (answer.kind) {
    case 'page': {
      const document = house.layout(visit, answer, site);
      const type = { ...headers, 'content-type': 'text/html; charset=utf-8', vary: 'Accept-Encoding, Cookie' };
      setCookies(house, reply, answer.cookies);
      if (answer.cache === 'anonymous' && answer.status === 200 && kept && !visit.session && !answer.cookies) {
        const etag = `W/"${createHash('sha256').update(document).digest('base64url').slice(0, 20)}"`;
        const forEverybody = { ...type, 'cache-control': 'private, max-age=0, must-revalidate', etag };
        house.cache.put(kept, document, forEverybody);
        return reply.headers(forEverybody).send(document);
      }
      return reply
        .code(answer.status)
        .headers({ ...type, 'cache-control': 'no-store' })
        .send(document);
    }
    case 'redirect':
      setCookies(house, reply, answer.cookies);
      return reply.headers({ ...headers, 'cache-control': 'no-store' }).redirect(answer.to, 303);
    case 'json':
      return reply
        .code(answer.status)
        .headers({
          ...headers,
          ...(isOpen && OPEN_HEADERS),
          'content-type': 'application/json; charset=utf-8',
          'cache-control': 'no-store',
          ...answer.headers,
        })
        .send(JSON.stringify(answer.value));
    case 'bytes':
      return reply
        .code(answer.status)
        .headers({ ...headers, 'content-type': answer.type, 'cache-control': 'no-store', ...answer.headers })
        .send(answer.body);
  }
}

/** Reading only: no cookies, no writing. @see https://fetch.spec.whatwg.org/#http-cors-protocol */
export const OPEN_HEADERS = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

function setCookies(house: Gatehouse, reply: FastifyReply, cookies: readonly SetCookie[] = []): void {
  for (const { name, value, maxAgeSeconds } of cookies)
    reply.setCookie(house.secure ? `__Host-${name}` : name, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: house.secure,
      ...(value === '' ? { maxAge: 0 } : maxAgeSeconds !== undefined && { maxAge: maxAgeSeconds }),
    });
}

const known = new WeakMap<Portal, Record<string, string>>();

/** The same for every answer of a portal. No inline script or style anywhere. @see https://owasp.org/www-project-secure-headers */
export function securityHeaders(portal: Portal | undefined, secure: boolean): Record<string, string> {
  const before = portal && known.get(portal);
  if (before) return before;
  const ancestors = portal && portal.embeddedBy.length > 0 ? portal.embeddedBy.join(' ') : "'none'";
  const headers: Record<string, string> = {
    'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ${ancestors}`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    ...(ancestors === "'none'" && { 'x-frame-options': 'DENY' }),
    ...(secure && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }),
  };
  if (portal) known.set(portal, headers);
  return headers;
}
