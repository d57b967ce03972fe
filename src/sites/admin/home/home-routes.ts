import type { Visit } from '../../../modules/identity/index.ts';
import { overlaysOf, type Version } from '../../../modules/packs/index.ts';
import type { Answer } from '../../../platform/http/answer.ts';
import type { Route } from '../../../platform/http/route.ts';
import { routes as urls } from '../../../routes.ts';
import type { AdminWiring } from '../admin.ts';
import { clerkSeatOf } from '../clerk-seat.ts';
import { type OverlayDesk, readArrangementOverlay, readServiceOverlay } from '../content/overlay-desk.ts';
import { type OwnService, ownServices } from '../content/own-services.ts';
import { homePage } from './home-page.ts';

export const homeRoutes = (wiring: AdminWiring): Route<Visit>[] => [
  { method: 'GET', path: urls.admin.home, access: 'content.read', handle: (visit) => show(wiring, visit) },
];

/** What the first page shows. */
export interface Home {
  services: readonly { service: OwnService; desk: OverlayDesk }[];
  arrangement: OverlayDesk;
  recent: readonly Version[];
  /** Who wrote what: names by the account's id. */
  names: ReadonlyMap<string, string>;
}

/** More described services than any authority answers for; a bound, not a page length. */
const MOST_SERVICES = 100;

async function show(wiring: AdminWiring, visit: Visit): Promise<Answer> {
  const snapshot = wiring.snapshot();
  const seat = clerkSeatOf(visit, snapshot.territory);
  const own = ownServices(snapshot, visit.portal, seat.authority, visit.language).slice(0, MOST_SERVICES);
  const home = await visit.database.transaction(visit.principal, async (tx): Promise<Home> => {
    const services: Home['services'][number][] = [];
    for (const service of own)
      services.push({ service, desk: await readServiceOverlay(tx, visit.portal.key, seat, service.key) });
    return {
      services,
      arrangement: await readArrangementOverlay(tx, snapshot.published, visit.portal.key, seat),
      recent: await overlaysOf(tx, seat.authority.id),
      names: new Map((await wiring.colleaguesOf(tx, seat.authority.id)).map(({ personId, name }) => [personId, name])),
    };
  });
  return homePage(visit, seat, home);
}
