import type { Answer } from '../../platform/http/answer.ts';
import type { Route } from '../../platform/http/route.ts';
import { routes as urls } from '../../routes.ts';
import type { Visit } from '../identity/index.ts';
import type { Published } from '../packs/index.ts';
import type { Arrangement, Portal, Territory } from '../territory/index.ts';
import { apiRoutes } from './api/api-routes.ts';
import type { Catalogue } from './catalogue.ts';
import { authoritiesPage } from './pages/authorities-page.ts';
import { authorityPage } from './pages/authority-page.ts';
import { type Desk, deskOf } from './pages/desk.ts';
import { listPage } from './pages/list-page.ts';
import { searchPage } from './pages/search-page.ts';
import { servicePage } from './pages/service-page.ts';
import { situationPage } from './pages/situation-page.ts';

export interface CatalogueWiring {
  snapshot(): {
    territory: Territory;
    catalogue: Catalogue;
    arrangements: ReadonlyMap<string, Arrangement>;
    portals: readonly Portal[];
    published: Published;
  };
  /** Where a portal begins: the API stands outside of all of them and links into them. */
  rootOf(portal: Portal): string;
}

/** The pages of the catalogue, and the same as JSON. */
export function createCatalogue(wiring: CatalogueWiring): { routes: Route<Visit>[] } {
  const shows = (path: string, show: (desk: Desk) => Answer): Route<Visit> => ({
    method: 'GET',
    path,
    access: 'public',
    handle: (visit) => show(deskOf(wiring, visit)),
  });
  return {
    routes: [
      shows(urls.portal.search, searchPage),
      shows(urls.portal.services, listPage),
      shows(urls.portal.service, (desk) =>
        servicePage(desk, desk.catalogue.at(desk.visit.portal.key, desk.visit.params.service ?? '', desk.municipality)),
      ),
      shows(urls.portal.situation, situationPage),
      shows(urls.portal.authorities, authoritiesPage),
      shows(urls.portal.authority, authorityPage),
      ...apiRoutes(wiring),
    ],
  };
}
