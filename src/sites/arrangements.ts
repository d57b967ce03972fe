import {
  type Definition,
  definitionOf,
  type Json,
  type Published,
  type Shelf,
  type Version,
} from '../modules/packs/index.ts';
import {
  type Arrangement,
  officesAsList,
  officesByKey,
  type Portal,
  readArrangement,
  type Territory,
} from '../modules/territory/index.ts';

const DEFAULTS = 'defaults';

/** Where the arrangement of `authority` lies: what the portal says of it, or of all it does not name; above it its own. */
export function arrangementShelves(published: Pick<Published, 'version'>, portal: string, authority: string): Shelf[] {
  const scope = `portal:${portal}` as const;
  const isNamed = published.version('authority', authority, scope) !== undefined;
  return [
    { key: isNamed ? authority : DEFAULTS, scope },
    { key: authority, scope: `authority:${authority}` },
  ];
}

/** `layers` with their offices by key, so that they can be laid over each other value by value. */
export const withOfficesByKey = (layers: readonly Version[]): Version[] =>
  layers.map((layer) => ({ ...layer, definition: officesByKey(layer.definition) }));

/** One arrangement out of its layers. An office that has no name any more is gone above: what was changed of it goes too. */
export function arrangementIn(authority: string, layers: readonly Version[]): Arrangement {
  const merged = definitionOf(withOfficesByKey(layers));
  const { offices } = merged;
  const named = (office: Json) => typeof office === 'object' && office !== null && 'name' in office;
  const kept: Definition =
    typeof offices === 'object' && offices !== null && !Array.isArray(offices)
      ? { ...merged, offices: Object.fromEntries(Object.entries(offices).filter(([, office]) => named(office))) }
      : merged;
  return readArrangement(authority, officesAsList(kept));
}

/**
 * How each authority of `portals` has arranged its counters: those that a portal names, and every municipality of its
 * region that it does not, by the portal's defaults. What a clerk has changed lies above either.
 */
export function arrangementsOf(
  published: Published,
  portals: readonly Portal[],
  territory: Pick<Territory, 'authorities'>,
): Map<string, Arrangement> {
  const arrangements = new Map<string, Arrangement>();
  const layersOf = (portal: Portal, key: string) =>
    published.layers('authority', arrangementShelves(published, portal.key, key));
  for (const portal of portals) {
    const scope = `portal:${portal.key}`;
    for (const key of published.keys('authority'))
      if (key !== DEFAULTS && !arrangements.has(key) && published.version('authority', key, scope))
        arrangements.set(key, arrangementIn(key, layersOf(portal, key)));
    const defaults = published.version('authority', DEFAULTS, scope);
    if (!defaults) continue;
    const unchanged = arrangementIn(DEFAULTS, [defaults]);
    const { country, region } = portal;
    for (const { key } of territory.authorities({ country, region, kind: 'municipality' })) {
      if (arrangements.has(key)) continue;
      const isChanged = published.version('authority', key, `authority:${key}`) !== undefined;
      const own = isChanged ? arrangementIn(key, layersOf(portal, key)) : unchanged;
      arrangements.set(key, { ...own, authority: key });
    }
  }
  return arrangements;
}
