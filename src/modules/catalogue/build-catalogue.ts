import { notFound } from '../../platform/http/failure.ts';
import type { Published } from '../packs/index.ts';
import type { Arrangement, Portal, Territory } from '../territory/index.ts';
import type { Catalogue } from './catalogue.ts';
import type { Inventories } from './inventories/read-inventories.ts';
import { type KnownService, servicesOf, situationOf } from './portal-services.ts';
import { openSearch, type Search } from './search/search.ts';
import type { Service, Situation } from './service.ts';
import { serviceAt } from './service-at-place.ts';

export interface CatalogueSources {
  published: Published;
  territory: Territory;
  arrangements: ReadonlyMap<string, Arrangement>;
  portals: readonly Portal[];
  inventories: Inventories;
}

/** Between two indexes, requests are answered. */
const PAUSE_MS = 20;

/** Everything is made when it is first asked for, once: a start costs nothing. */
export function buildCatalogue(sources: CatalogueSources): Catalogue {
  const shelves = new Map<string, Shelf>();
  const shelf = (key: string): Shelf => {
    const before = shelves.get(key);
    if (before) return before;
    const portal = sources.portals.find((each) => each.key === key);
    if (!portal) throw notFound();
    const fresh = fillShelf(sources, portal);
    shelves.set(key, fresh);
    return fresh;
  };
  return {
    services: (portal) => shelf(portal).all,
    service: (portal, key) => shelf(portal).services.get(key),
    at(portal, key, municipality) {
      const { place, services } = shelf(portal);
      const service = services.get(key);
      if (!service) throw notFound();
      return serviceAt(place, service, municipality);
    },
    entries: (portal, key) => shelf(portal).services.get(key)?.entries ?? [],
    situations: (portal) => shelf(portal).situations,
    inSituation: (portal, situation) => shelf(portal).bySituation.get(situation) ?? [],
    warm() {
      const [first, ...rest] = sources.portals.flatMap(({ key, languages }) =>
        languages.map((language) => ({ key, language })),
      );
      const next = (one: typeof first, others: typeof rest) => {
        if (!one) return;
        shelf(one.key).search().prepare(one.language);
        setTimeout(() => next(others[0], others.slice(1)), PAUSE_MS).unref();
      };
      setTimeout(() => next(first, rest), PAUSE_MS).unref();
    },
    search: (portal, language, typed, municipality) => shelf(portal).search().ask(language, typed, municipality),
  };
}

/** What one portal shows. */
interface Shelf {
  place: Pick<CatalogueSources, 'published' | 'territory' | 'arrangements'> & { portal: Portal };
  services: ReadonlyMap<string, KnownService>;
  all: readonly Service[];
  situations: readonly Situation[];
  bySituation: ReadonlyMap<string, readonly Service[]>;
  search(): Search;
}

function fillShelf(sources: CatalogueSources, portal: Portal): Shelf {
  const { published, territory, arrangements, inventories } = sources;
  const inventory = inventories.of(portal.country);
  const services = servicesOf(portal, published, inventory);
  const place = { portal, published, territory, arrangements };
  const all = [...services.values()];
  let search: Search | undefined;
  return {
    place,
    services,
    all,
    situations: inventory.situations.map((listed) => situationOf(listed, portal)),
    bySituation: bySituation(all),
    search() {
      search ??= openSearch({
        ...place,
        services: all,
        inventory,
        lexicons: inventories.lexicons(),
        keeper: inventories.keeper,
      });
      return search;
    },
  };
}

/** Described ones first, then by title, as they come. */
function bySituation(services: readonly Service[]): Map<string, Service[]> {
  const found = new Map<string, Service[]>();
  for (const service of services.toSorted((a, b) => Number(b.isDescribed) - Number(a.isDescribed)))
    for (const key of service.situations) found.set(key, [...(found.get(key) ?? []), service]);
  return found;
}
