import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Visit } from '../modules/identity/index.ts';
import type { Portal } from '../modules/territory/index.ts';
import { HallFailure } from '../platform/http/failure.ts';
import type { Route } from '../platform/http/route.ts';
import { createServer } from '../platform/http/server.ts';
import { LANGUAGES } from '../platform/i18n/language.ts';
import type { Logger } from '../platform/log/log.ts';
import { routes as urls } from '../routes.ts';
import type { Assets } from './assets/assets.ts';
import { serveAssets } from './assets/serve-assets.ts';
import { answerFailure } from './failures/answer-failure.ts';
import { type Place, whereabouts } from './failures/whereabouts.ts';
import { FOR_EVERYBODY, type Gatehouse, type Mount, openGate } from './gate/gate.ts';
import { type OpenedRoute, watchRoutes } from './gate/opened-routes.ts';
import { preferredLanguage } from './gate/preferred-language.ts';
import { securityHeaders } from './gate/send-answer.ts';
import type { Metrics } from './operation/metrics.ts';
import { operationRoutes } from './operation/operation-routes.ts';
import { plainFailurePage, portalsPage } from './plain-page.ts';
import { rootOf } from './root-of.ts';

/** All routes of the product by the site that they stand in. */
export type SiteRoutes = Readonly<Record<'portal' | 'workbench' | 'admin' | 'api', readonly Route<Visit>[]>>;

export interface SitesWiring {
  house: Gatehouse;
  log: Logger;
  assets: Assets;
  metrics: Metrics;
  metricsToken?: string;
  /** As they are published now. */
  portals(): readonly Portal[];
  /** The portal that serves the municipality with this key; else one of its country. */
  portalAt(place: string): Portal | undefined;
  routes: SiteRoutes;
  /** Portals stand on their own hosts instead of below `/<key>`. */
  byHost: boolean;
  /** The page of sent mail; only in development. */
  outbox?: () => Promise<string>;
}

/** Opens every portal, the API and what operators need, on one server. Portals that come later need a restart. */
export async function openSites(wiring: SitesWiring): Promise<{ app: FastifyInstance; openedRoutes(): OpenedRoute[] }> {
  const { house, assets, log, metrics } = wiring;
  const placesNow = (): Place[] => wiring.portals().map((portal) => ({ portal, ...rootOf(portal, wiring.byHost) }));
  const app = await createServer({
    log,
    secure: house.secure,
    onFailure: (failure, request, reply) =>
      answerFailure(
        {
          house,
          log,
          whereaboutsOf: (asked) => whereabouts(house, placesNow(), asked),
          plainDocument: (language, failed) => plainFailurePage(assets, language, failed),
        },
        failure,
        request,
        reply,
      ),
  });
  const watched = watchRoutes(app);
  metrics.watch(app, log);
  serveAssets(app, assets, house.secure);
  operationRoutes(app, {
    database: house.database,
    metrics,
    ...(wiring.metricsToken && { metricsToken: wiring.metricsToken }),
  });
  for (const { portal, root, host } of placesNow())
    for (const site of ['portal', 'workbench', 'admin'] as const)
      openGate(app, house, {
        site,
        root,
        ...(host && { host }),
        portalOf: () => published(wiring.portals(), portal.key),
        routes: wiring.routes[site],
      });
  openGate(app, house, apiMount(wiring));
  openPlainPages(app, wiring, placesNow);
  return { app, openedRoutes: watched.list };
}

function published(portals: readonly Portal[], key: string): Portal {
  const portal = portals.find((each) => each.key === key);
  if (!portal) throw new HallFailure('not-found', 404, 'no such portal');
  return portal;
}

/** The API stands outside the portals' roots: `portal=` names one; else the place does, or the host, or it is the first. */
const apiMount = (wiring: SitesWiring): Mount => ({
  site: 'api',
  root: '',
  routes: wiring.routes.api,
  portalOf(request: FastifyRequest) {
    const portals = wiring.portals();
    const query = new URLSearchParams(request.url.split('?')[1] ?? '');
    const asked = query.get('portal');
    if (asked !== null) return published(portals, asked);
    const portal =
      wiring.portalAt(query.get('place') ?? '') ??
      portals.find(({ host }) => host !== undefined && host === request.headers.host) ??
      portals[0];
    if (!portal) throw new HallFailure('not-found', 404, 'there is no portal');
    return portal;
  },
});

function openPlainPages(app: FastifyInstance, wiring: SitesWiring, placesNow: () => readonly Place[]): void {
  const headers = {
    ...securityHeaders(undefined, wiring.house.secure),
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  };
  const { outbox } = wiring;
  app.get(urls.platform.portals, { config: FOR_EVERYBODY }, (request, reply) => {
    const language = preferredLanguage(request.headers['accept-language'], LANGUAGES);
    const listed = placesNow().map(({ portal, root, host }) => ({ portal, address: host ? `https://${host}` : root }));
    const ways = outbox ? { outbox: urls.platform.outbox } : {};
    return reply.headers(headers).send(portalsPage(wiring.assets, language, listed, ways));
  });
  if (outbox)
    app.get(urls.platform.outbox, { config: FOR_EVERYBODY }, async (_request, reply) =>
      reply.headers(headers).send(await outbox()),
    );
}
