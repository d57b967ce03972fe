import { mergeVersions, type Published } from '../modules/packs/index.ts';
import { type Arrangement, type Portal, readArrangement, type Territory } from '../modules/territory/index.ts';

const DEFAULTS = 'defaults';

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
  for (const portal of portals) {
    const scope = `portal:${portal.key}`;
    for (const key of published.keys('authority')) {
      if (key === DEFAULTS || arrangements.has(key) || !published.version('authority', key, scope)) continue;
      const found = published.find('authority', key, portal.key, key);
      if (found) arrangements.set(key, readArrangement(key, found.definition));
    }
    const defaults = published.version('authority', DEFAULTS, scope);
    if (!defaults) continue;
    const unchanged = readArrangement(DEFAULTS, defaults.definition);
    const { country, region } = portal;
    for (const { key } of territory.authorities({ country, region, kind: 'municipality' })) {
      if (arrangements.has(key)) continue;
      const changed = published.version('authority', key, `authority:${key}`);
      const own = changed ? readArrangement(key, mergeVersions([defaults, changed]).definition) : unchanged;
      arrangements.set(key, { ...own, authority: key });
    }
  }
  return arrangements;
}
