import type { Route } from '../../platform/http/route.ts';
import type { Visit } from '../identity/index.ts';
import type { Published } from '../packs/index.ts';
import type { Arrangement, Portal, Territory } from '../territory/index.ts';
import type { Catalogue } from './catalogue.ts';

export interface CatalogueWiring {
  snapshot(): {
    territory: Territory;
    catalogue: Catalogue;
    arrangements: ReadonlyMap<string, Arrangement>;
    portals: readonly Portal[];
    published: Published;
  };
}

/** The pages of the catalogue. */
export function createCatalogue(_wiring: CatalogueWiring): { routes: Route<Visit>[] } {
  return { routes: [] };
}
