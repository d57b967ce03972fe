/**
 * `serve`, wired: every module with what it needs of the others. Who may use whom stands in boundaries.mjs; what happens
 * in the background is wired in build-work.ts.
 */
import { type Ground, openGround } from './build-ground.ts';
import { buildModules, type Modules } from './build-modules.ts';
import { createCatalogue } from './modules/catalogue/index.ts';
import { startUploadsServer } from './modules/documents/index.ts';
import { type Identity, principalOf, type Visit } from './modules/identity/index.ts';
import { chosenPlace, placeRoutes } from './modules/territory/index.ts';
import type { Clock } from './platform/clock/clock.ts';
import type { Settings } from './platform/config/settings.ts';
import { openApiRoute } from './platform/http/open-api.ts';
import { createPageCache, type PageCache } from './platform/http/page-cache.ts';
import type { Route } from './platform/http/route.ts';
import { outboxPage } from './platform/mail/index.ts';
import { routes as urls } from './routes.ts';
import { adminRoutes } from './sites/admin/admin.ts';
import { type Assets, collectAssets } from './sites/assets/assets.ts';
import type { Gatehouse } from './sites/gate/gate.ts';
import type { OpenedRoute } from './sites/gate/opened-routes.ts';
import { type NoticeBoard, openNoticeBoard } from './sites/notice/notice-board.ts';
import { openSites, type SiteRoutes } from './sites/open-sites.ts';
import { createMetrics } from './sites/operation/metrics.ts';
import { portalLayout } from './sites/portal/layout/layout.ts';
import { portalRoutes } from './sites/portal/portal-routes.ts';
import { openProviders } from './sites/providers.ts';
import { rootOf } from './sites/root-of.ts';
import { openSnapshots, type Snapshot, type Snapshots } from './sites/snapshot.ts';
import { workbenchLayout } from './sites/workbench/layout/workbench-layout.ts';
import { workbenchRoutes } from './sites/workbench/workbench.ts';

export interface Hall {
  /** Starts to answer; returns the address. */
  listen(): Promise<string>;
  /** Answers what is being asked, then ends. */
  close(): Promise<void>;
  /** Every route that is open, and who may enter. */
  openedRoutes(): OpenedRoute[];
  /** Makes now what the first search would otherwise wait for. */
  warm(): void;
  /** Looks for changed content and notices now, not only when it is time. */
  refresh(): Promise<void>;
}

export interface HallOptions {
  clock?: Clock;
  /** Portals stand on their own hosts; default in production. */
  byHost?: boolean;
}

const CACHE_BYTES = 48 * 1024 * 1024;
const LOOK_EVERY_MS = 1_500;
const SOURCES = new URL('./', import.meta.url).pathname;

export async function buildHall(settings: Settings, options: HallOptions = {}): Promise<Hall> {
  const ground = openGround('serve', settings, options.clock);
  const { log, clock, database } = ground;
  const cache = createPageCache(CACHE_BYTES);
  const snapshots = await openSnapshots(database, settings.contentDir, log);
  const notices = openNoticeBoard({ database, clock, log, onChange: () => cache.clear() });
  await notices.refresh();
  const sandbox = settings.production ? undefined : await openSandbox(settings, clock);
  const { providersFile: file } = settings;
  const providers = openProviders({ snapshot: snapshots.current, ...(file && { file }), ...(sandbox && { sandbox }) });
  const byHost = options.byHost ?? settings.production;
  const modules = buildModules(ground, snapshots, { byHost, providersOf: providers.providersOf });
  const placeOf = (visit: Visit) => chosenPlace(visit, snapshots.current().territory);
  const authorityName = (id: string) => snapshots.current().territory.byId(id)?.name;
  const refresh = async () => {
    if (await snapshots.refresh()) cache.clear();
    await notices.refresh();
  };
  const routes = routesOf(ground, modules, snapshots, { placeOf, byHost, refresh });
  const assets = collectAssets(SOURCES);
  const { app, openedRoutes } = await openSites({
    house: houseOf({ ground, identity: modules.identity, cache, notices, assets, placeOf, authorityName }),
    log,
    assets,
    metrics: createMetrics(),
    ...(settings.metricsToken && { metricsToken: settings.metricsToken }),
    portals: () => snapshots.current().portals,
    portalAt: (place) => portalAt(snapshots.current(), place),
    routes,
    byHost,
    ...(!settings.production && { outbox: () => outboxPage(database, ground.mails) }),
  });
  const looking = snapshots.keepFresh(LOOK_EVERY_MS, () => cache.clear(), notices.refresh);
  let uploads: { close(): Promise<void> } | undefined;
  return {
    openedRoutes,
    refresh,
    warm: () => snapshots.current().catalogue.warm(),
    async listen() {
      uploads = await startUploadsServer({
        port: settings.uploadsPort,
        host: settings.listenHost,
        secure: settings.uploadsOrigin.startsWith('https:'),
        database,
        documents: ground.documents,
        log,
      });
      return app.listen({ port: settings.port, host: settings.listenHost });
    },
    async close() {
      looking.stop();
      await app.close();
      await uploads?.close();
      await ground.documents.close();
      await providers.close();
      await database.close();
    },
  };
}

function portalAt({ territory, portals }: Snapshot, place: string) {
  const there = territory.municipality(place);
  const ofCountry = portals.filter(({ country }) => country === there?.country);
  return ofCountry.find(({ region }) => region === there?.region) ?? ofCountry[0];
}

/** The sandbox identity provider, on a port of its own. The import itself refuses production. */
async function openSandbox(settings: Settings, clock: Clock) {
  const { startSandbox, sandboxProviders } = await import('./sandbox.ts');
  const { issuer, close } = await startSandbox({
    port: settings.sandboxPort,
    portalOrigins: [settings.publicOrigin],
    clock,
  });
  return { providers: sandboxProviders(issuer), close };
}

interface RouteNeeds {
  placeOf(visit: Visit): { name: string } | undefined;
  byHost: boolean;
  /** Shows what has changed now, not only when it is time. */
  refresh(): Promise<void>;
}

/** All pages and answers, by the site in which they stand. */
function routesOf(
  ground: Ground,
  modules: Modules,
  snapshots: Snapshots,
  { placeOf, byHost, refresh }: RouteNeeds,
): SiteRoutes {
  const snapshot = snapshots.current;
  const ofStaff = ({ path }: { path: string }) => path.startsWith('/workbench');
  const ofPrograms = ({ path }: { path: string }) => path.startsWith('/api/');
  const all = [
    ...modules.identity.routes,
    ...placeRoutes({ territory: () => snapshot().territory }),
    ...createCatalogue({ snapshot, rootOf: (portal) => rootOf(portal, byHost).root }).routes,
    ...ground.documents.routes,
    ...modules.forms.routes,
    ...modules.mailbox.routes,
    ...modules.cases.routes,
  ];
  return {
    portal: [
      ...portalRoutes({ snapshot, placeOf, limiter: ground.limiter }),
      ...all.filter((route) => !ofStaff(route) && !ofPrograms(route)),
    ],
    workbench: [
      ...all.filter(ofStaff),
      ...workbenchRoutes({ desk: modules.cases.desk, colleaguesOf: modules.identity.colleaguesOf }),
    ],
    admin: adminRoutes({ snapshot, colleaguesOf: modules.identity.colleaguesOf, refresh }),
    api: withOpenApi(all.filter(ofPrograms)),
  };
}

const API = {
  title: 'Schalterhalle',
  version: '1',
  description:
    'Public services of cantons, Länder and their municipalities: search, services and places, without a key.',
};
const withOpenApi = (routes: readonly Route<Visit>[]) => [...routes, openApiRoute(urls.api.openapi, API, routes)];

function houseOf(of: {
  ground: Ground;
  identity: Identity;
  cache: PageCache;
  notices: NoticeBoard;
  assets: Assets;
  placeOf(visit: Visit): { name: string } | undefined;
  authorityName(authorityId: string): string | undefined;
}): Gatehouse {
  const { settings, database, clock, limiter } = of.ground;
  const layout = {
    assets: of.assets,
    placeOf: of.placeOf,
    noticesFor: of.notices.noticesFor,
    isDemonstration: !settings.production,
  };
  const staffLayout = { assets: of.assets, authorityName: of.authorityName, noticesFor: of.notices.noticesFor };
  const secure = settings.publicOrigin.startsWith('https:');
  return {
    database,
    clock,
    limiter,
    origin: settings.publicOrigin,
    secure,
    cache: of.cache,
    sessionOf: (portal, cookies, path) => of.identity.sessionIn({ portal, cookies, path, secure }, database, clock),
    principalOf,
    refusal: of.identity.refusal,
    layout: (visit, page, site) =>
      site === 'workbench' || site === 'admin'
        ? workbenchLayout(staffLayout, visit, page)
        : portalLayout(layout, visit, page),
  };
}
