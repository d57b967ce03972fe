import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Compile } from 'typebox/schema';
import type { Session, Visit } from '../modules/identity/index.ts';
import type { Portal } from '../modules/territory/index.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Database } from '../platform/db/database.ts';
import type { Principal } from '../platform/db/principal.ts';
import type { Answer } from '../platform/http/answer.ts';
import { HallFailure } from '../platform/http/failure.ts';
import { type Fields, parseFields, singleFields } from '../platform/http/fields.ts';
import type { PageCache } from '../platform/http/page-cache.ts';
import type { Route } from '../platform/http/route.ts';
import { isLanguage, type Language, localeOf } from '../platform/i18n/language.ts';
import { partsOf } from './parts.ts';
import { preferredLanguage } from './preferred-language.ts';
import { sendAnswer } from './send-answer.ts';

/** What the gate needs to let somebody in. Everything here is wired in `build.ts`. */
export interface Gatehouse {
  database: Database;
  clock: Clock;
  /** Scheme and host as browsers see them. */
  origin: string;
  secure: boolean;
  cache: PageCache;
  /** `path` of the route: staff's side of the counter has a session of its own. */
  sessionOf(portal: Portal, cookies: Record<string, string | undefined>, path: string): Promise<Session | undefined>;
  principalOf(session: Session | undefined): Principal;
  /** Undefined: come in. Otherwise the answer that the visitor gets instead. */
  refusal(visit: Visit, access: string): Answer | undefined;
  /** The whole document around a page. */
  layout(visit: Visit, page: Extract<Answer, { kind: 'page' }>, site: string): string;
}

/** Mounts `routes` below `root` (`/gl`, or nothing on the portal's own host). `site` chooses the layout. */
export function openGate(
  app: FastifyInstance,
  house: Gatehouse,
  portal: Portal,
  root: string,
  site: string,
  routes: readonly Route<Visit>[],
): void {
  for (const route of routes) {
    const query = route.query && Compile(route.query);
    const body = route.body && Compile(route.body);
    app.route({
      method: route.method,
      url: root + route.path,
      ...(root === '' && portal.host && { constraints: { host: portal.host } }),
      ...(route.bodyLimitBytes && { bodyLimit: route.bodyLimitBytes }),
      config: { portal, root, site },
      handler: async (request, reply) => {
        const kept = cacheKeyOf(request, portal);
        const finished = kept && house.cache.get(kept);
        if (finished) return sendFinished(request, reply, finished);
        const visit = await enter(house, portal, root, route, request);
        if ((query && !query.Check(visit.query)) || (body && !body.Check(visit.body)))
          throw new HallFailure('bad-request', 400, 'a parameter is not of its form');
        const answer = house.refusal(visit, route.access) ?? (await route.handle(visit));
        return sendAnswer({ house, visit, site, kept }, reply, answer);
      },
    });
  }
}

/** Who comes, where to, in which language. Throws `not-found` for a language that the portal does not have. */
async function enter(
  house: Gatehouse,
  portal: Portal,
  root: string,
  route: Route<Visit>,
  request: FastifyRequest,
): Promise<Visit> {
  const params = { ...(request.params as Record<string, string>) };
  const asked = params.lang;
  if (asked !== undefined && !(isLanguage(asked) && portal.languages.includes(asked)))
    throw new HallFailure('not-found', 404, 'the portal does not have this language');
  const cookies = request.cookies;
  const session = await house.sessionOf(portal, cookies, route.path);
  const language = (asked as Language | undefined) ?? preferredLanguage(request.headers['accept-language'], portal);
  return {
    portal,
    language,
    locale: localeOf(language, portal.country),
    root,
    origin: house.origin,
    path: request.url.split('?')[0] as string,
    ...(session && { session }),
    principal: house.principalOf(session),
    database: house.database,
    clock: house.clock,
    params,
    query: queryOf(request),
    body: (request.isMultipart?.()
      ? Object.create(null)
      : ((request.body as Fields | undefined) ?? Object.create(null))) as Fields,
    cookies: cookies as Record<string, string>,
    ...(route.raw && request.isMultipart() && { parts: () => partsOf(request) }),
    address: request.ip,
  };
}

const queryOf = (request: FastifyRequest): Record<string, string> => {
  const cut = request.url.indexOf('?');
  return cut === -1 ? Object.create(null) : singleFields(parseFields(request.url.slice(cut + 1)));
};

const PLACE_COOKIE = /(?:^|;\s*)(?:__Host-)?place=([\w-]{1,40})/;
const SESSION_COOKIE = /(?:^|;\s*)(?:__Host-)?hall-/;

/** The key of a page that may be the same for everybody, or undefined when this visitor brings something of their own. */
function cacheKeyOf(request: FastifyRequest, portal: Portal): string | undefined {
  if (request.method !== 'GET') return undefined;
  const { cookie } = request.headers;
  if (cookie === undefined) return `${portal.key} ${request.url}`;
  if (SESSION_COOKIE.test(cookie)) return undefined;
  return `${portal.key} ${request.url} ${PLACE_COOKIE.exec(cookie)?.[1] ?? ''}`;
}

function sendFinished(
  request: FastifyRequest,
  reply: FastifyReply,
  finished: { plain: Buffer; gzip: Buffer; headers: Record<string, string> },
): FastifyReply {
  reply.hijack();
  const packed = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const bytes = packed ? finished.gzip : finished.plain;
  const headers: Record<string, string | number> = { ...finished.headers, 'content-length': bytes.length };
  if (packed) headers['content-encoding'] = 'gzip';
  reply.raw.writeHead(200, headers);
  reply.raw.end(bytes);
  return reply;
}
