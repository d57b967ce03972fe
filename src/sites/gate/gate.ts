import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Compile } from 'typebox/schema';
import type { Limiter, Session, Visit } from '../../modules/identity/index.ts';
import type { Portal } from '../../modules/territory/index.ts';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Principal } from '../../platform/db/principal.ts';
import type { Answer } from '../../platform/http/answer.ts';
import { HallFailure } from '../../platform/http/failure.ts';
import { type Fields, parseFields, singleFields } from '../../platform/http/fields.ts';
import type { PageCache } from '../../platform/http/page-cache.ts';
import type { Route } from '../../platform/http/route.ts';
import { isLanguage, type Language, localeOf } from '../../platform/i18n/language.ts';
import { partsOf } from './parts.ts';
import { preferredLanguage } from './preferred-language.ts';
import { recordDenied } from './record-denied.ts';
import { sendAnswer } from './send-answer.ts';
import { cacheKeyOf, sendFinished } from './send-finished.ts';

/** What the gate needs to let somebody in. Everything here is wired in `build.ts`. */
export interface Gatehouse {
  database: Database;
  clock: Clock;
  /** Scheme and host as browsers see them. */
  origin: string;
  secure: boolean;
  cache: PageCache;
  limiter: Limiter;
  /** `path` of the route: staff's side of the counter has a session of its own. */
  sessionOf(portal: Portal, cookies: Record<string, string | undefined>, path: string): Promise<Session | undefined>;
  principalOf(session: Session | undefined): Principal;
  /** Undefined: come in. Otherwise the answer that the visitor gets instead. */
  refusal(visit: Visit, access: string): Answer | undefined;
  /** The whole document around a page. */
  layout(visit: Visit, page: Extract<Answer, { kind: 'page' }>, site: string): string;
}

/** Where routes are opened, and in which layout their pages stand. */
export interface Mount {
  /** `portal`, `workbench`, `admin`, `api`. */
  site: string;
  /** What stands before each path: `/gl`, or nothing. */
  root: string;
  /** Only on this host. */
  host?: string;
  /** The portal that a request is for, as it is published now. Throws `not-found`. */
  portalOf(request: FastifyRequest): Portal;
  routes: readonly Route<Visit>[];
}

/** What a route remembers for whoever looks at its request later. */
export interface RouteConfig {
  hall?: { mount?: Mount; access: string; json: boolean };
}
declare module 'fastify' {
  interface FastifyContextConfig extends RouteConfig {}
}

/** Of a route outside all sites that everybody may enter. */
export const FOR_EVERYBODY: RouteConfig = { hall: { access: 'public', json: false } };

export function openGate(app: FastifyInstance, house: Gatehouse, mount: Mount): void {
  for (const route of mount.routes) {
    const query = route.query && Compile(route.query);
    const body = route.body && Compile(route.body);
    app.route({
      method: route.method,
      url: mount.root + route.path,
      ...(mount.host && { constraints: { host: mount.host } }),
      ...(route.bodyLimitBytes && { bodyLimit: route.bodyLimitBytes }),
      config: { hall: { mount, access: route.access, json: route.json === true } } satisfies RouteConfig,
      handler: async (request, reply) => {
        const portal = mount.portalOf(request);
        const kept = cacheKeyOf(request, portal, house.secure);
        const finished = kept && house.cache.get(kept);
        if (finished) return sendFinished(request, reply, finished);
        const visit = await enter(house, mount, portal, route, request);
        if ((query && !query.Check(visit.query)) || (body && !body.Check(visit.body)))
          throw new HallFailure('bad-request', 400, 'a parameter is not of its form');
        const answer = await answerOf(house, visit, route);
        const isOpen = route.json === true && route.access === 'public' && route.method === 'GET';
        return sendAnswer({ house, visit, site: mount.site, kept, isOpen }, reply, answer);
      },
    });
  }
}

/** What is not there for who is signed in is recorded as well. */
async function answerOf(house: Gatehouse, visit: Visit, route: Route<Visit>): Promise<Answer> {
  try {
    return house.refusal(visit, route.access) ?? (await route.handle(visit));
  } catch (error) {
    if (error instanceof HallFailure && error.status === 404) await recordDenied(visit, route);
    throw error;
  }
}

/** Who comes, where to, in which language. Throws `not-found` for a language that the portal does not have. */
async function enter(
  house: Gatehouse,
  mount: Mount,
  portal: Portal,
  route: Route<Visit>,
  request: FastifyRequest,
): Promise<Visit> {
  house.limiter.take(route.method === 'GET' ? 'read' : 'write', request.ip);
  const params = textsOf(request.params as Record<string, string>);
  const query = queryOf(request);
  const language = languageOf(portal, params.lang, mount.site === 'api' ? query.lang : undefined, request);
  const cookies = request.cookies;
  const session = mount.site === 'api' ? undefined : await house.sessionOf(portal, cookies, route.path);
  return {
    portal,
    language,
    locale: localeOf(language, portal.country),
    root: mount.root,
    origin: mount.host ? `${house.secure ? 'https' : 'http'}://${mount.host}` : house.origin,
    path: request.url.split('?')[0] as string,
    ...(session && { session }),
    principal: house.principalOf(session),
    database: house.database,
    clock: house.clock,
    params,
    query,
    body: bodyOf(request),
    cookies: cookies as Record<string, string>,
    ...(route.raw && request.isMultipart() && { parts: () => partsOf(request) }),
    address: request.ip,
  };
}

/** The language in the address; without one, what the query asks for if there is such, else what the browser likes. */
function languageOf(
  portal: Portal,
  named: string | undefined,
  asked: string | undefined,
  request: FastifyRequest,
): Language {
  const has = (language: string | undefined): language is Language =>
    isLanguage(language) && portal.languages.includes(language);
  if (named !== undefined) {
    if (has(named)) return named;
    throw new HallFailure('not-found', 404, 'the portal does not have this language');
  }
  return has(asked) ? asked : preferredLanguage(request.headers['accept-language'], portal.languages);
}

/** Parameters of the path, as text: what is no text names nothing. */
function textsOf(params: Record<string, string>): Record<string, string> {
  for (const value of Object.values(params))
    if (value.includes('\0') || !value.isWellFormed())
      throw new HallFailure('not-found', 404, 'a path that is no text');
  return { ...params };
}

const queryOf = (request: FastifyRequest): Record<string, string> => {
  const cut = request.url.indexOf('?');
  return cut === -1 ? Object.create(null) : singleFields(parseFields(request.url.slice(cut + 1)));
};

/**
 * The fields of a form. Anything else that can be sent as a body (a list, a number, null) has none, and what is no text
 * inside of JSON is no field: routes are promised texts.
 */
function bodyOf(request: FastifyRequest): Fields {
  const { body } = request;
  const fields: Fields = Object.create(null);
  if (typeof body !== 'object' || body === null || Array.isArray(body) || request.isMultipart()) return fields;
  for (const [name, value] of Object.entries(body))
    if (isText(value) || (Array.isArray(value) && value.every(isText))) fields[name] = value;
  return fields;
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && !value.includes('\0') && value.isWellFormed();
