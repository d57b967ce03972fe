import type { Published } from '../packs/index.ts';
import type { Arrangement, Portal, Territory } from '../territory/index.ts';
import type { Catalogue } from './catalogue.ts';
import type { Inventories } from './inventories/read-inventories.ts';

export interface CatalogueSources {
  published: Published;
  territory: Territory;
  arrangements: ReadonlyMap<string, Arrangement>;
  portals: readonly Portal[];
  inventories: Inventories;
}

/** Everything is made when it is first asked for, once: a start costs nothing. */
export function buildCatalogue(_sources: CatalogueSources): Catalogue {
  const none = () => [];
  return {
    services: none,
    service: () => undefined,
    at() {
      throw new Error('not built yet');
    },
    situations: none,
    inSituation: none,
    search: (_portal, _language, typed) => ({ words: typed, results: [], isGuess: true }),
  };
}
