import type { Entry } from '../inventories/inventory.ts';
import type { KnownService } from '../portal-services.ts';
import type { ScoredUnit } from './score-units.ts';
import type { Unit } from './units.ts';

export interface FoundByService {
  service: number;
  score: number;
  coverage: number;
  /** Its entries that matched, best first. */
  entries: readonly Entry[];
}

const MOST_ENTRIES = 8;
/** An entry that matches makes its service a little less certain than if it matched itself. */
const ENTRY = 0.92;
const BOTH = 0.12;
/** An entry far behind the best one is only noise. */
const LEAST_SHARE = 0.4;

/** One result for each service, with the entries that matched inside it. */
export function gatherByService(
  services: readonly KnownService[],
  units: readonly Unit[],
  scored: ReadonlyMap<number, ScoredUnit>,
): FoundByService[] {
  const own = new Map<number, ScoredUnit>();
  const inside = new Map<number, ScoredUnit[]>();
  for (const each of scored.values()) {
    const { service, entry } = units[each.unit] as Unit;
    if (entry < 0) own.set(service, each);
    else inside.set(service, [...(inside.get(service) ?? []), each]);
  }
  return [...new Set([...own.keys(), ...inside.keys()])].map((service) => {
    const self = own.get(service);
    const entries = (inside.get(service) ?? []).sort((a, b) => b.score - a.score);
    const best = entries[0];
    const [selfScore, entryScore] = [self?.score ?? 0, ENTRY * (best?.score ?? 0)];
    return {
      service,
      score: Math.max(selfScore, entryScore) + BOTH * Math.min(selfScore, entryScore),
      coverage: Math.max(self?.coverage ?? 0, best?.coverage ?? 0),
      entries: entries
        .filter(({ score }) => score >= LEAST_SHARE * (best?.score ?? 0))
        .slice(0, MOST_ENTRIES)
        .map(({ unit }) => services[service]?.entries[(units[unit] as Unit).entry])
        .filter((entry) => entry !== undefined),
    };
  });
}
