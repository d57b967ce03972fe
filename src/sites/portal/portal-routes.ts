import type { Limiter, Visit } from '../../modules/identity/index.ts';
import { redirect } from '../../platform/http/answer.ts';
import type { Route } from '../../platform/http/route.ts';
import { to, routes as urls } from '../../routes.ts';
import type { Snapshot } from '../snapshot.ts';
import { feedbackRoutes } from './feedback/feedback-routes.ts';
import { homePage } from './pages/home.ts';
import { informationPage } from './pages/information.ts';
import { INFORMATION_PAGES, type PortalContent, portalContent } from './portal-content.ts';

export interface PortalWiring {
  snapshot(): Snapshot;
  placeOf(visit: Visit): { name: string } | undefined;
  limiter: Limiter;
}

/** How many of the services that are asked for most stand on the home page. */
const MOST_FREQUENT = 6;

/** The portal's own pages: entry, home, information, feedback. */
export function portalRoutes(wiring: PortalWiring): Route<Visit>[] {
  const contentOf = (visit: Visit): PortalContent =>
    portalContent(wiring.snapshot().published, visit.portal, visit.language);
  const get = (path: string, handle: Route<Visit>['handle']): Route<Visit> => ({
    method: 'GET',
    path,
    access: 'public',
    handle,
  });
  return [
    get(urls.portal.entry, (visit) => redirect(visit.root + to(urls.portal.home, { lang: visit.language }))),
    get(urls.portal.home, (visit) => {
      const { catalogue } = wiring.snapshot();
      const { frequent, tagline } = contentOf(visit);
      return homePage(visit, {
        ...(tagline && { tagline }),
        place: wiring.placeOf(visit),
        frequent: frequent
          .map((key) => catalogue.service(visit.portal.key, key))
          .filter((service) => service !== undefined)
          .slice(0, MOST_FREQUENT),
        situations: catalogue.situations(visit.portal.key),
      });
    }),
    ...INFORMATION_PAGES.map((which) =>
      get(urls.portal[which], (visit) => informationPage(visit, which, contentOf(visit))),
    ),
    ...feedbackRoutes(wiring.limiter),
  ];
}
