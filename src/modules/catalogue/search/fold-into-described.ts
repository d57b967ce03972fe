import type { KnownService } from '../portal-services.ts';
import type { FoundByService } from './gather-by-service.ts';

/** A described service stands for the inventory's entry when it matches nearly as well. */
const NEARLY = 0.55;
const DESCRIBED = 1.06;

/**
 * Best first. Where an entry of the inventory and a described service of it both match, the described one stands for
 * both and shows the entries that matched; where only the entry matches well, it stays. `named` were asked for by key.
 */
export function foldIntoDescribed(
  services: readonly KnownService[],
  found: readonly FoundByService[],
  named: ReadonlySet<number>,
): FoundByService[] {
  const byKey = new Map(found.map((each) => [(services[each.service] as KnownService).key, each]));
  const kept = new Map(found.map((each) => [each.service, each]));
  for (const each of found) {
    const described = (services[each.service] as KnownService).describedBy
      .map((key) => byKey.get(key))
      .filter((other) => other !== undefined)
      .sort((a, b) => b.score - a.score)[0];
    if (!described || described.score < NEARLY * each.score) continue;
    kept.delete(each.service);
    const now = kept.get(described.service) ?? described;
    kept.set(described.service, {
      ...now,
      score: Math.max(now.score, each.score),
      coverage: Math.max(now.coverage, each.coverage),
      entries: now.entries.length > 0 ? now.entries : each.entries,
    });
  }
  for (const service of named)
    kept.set(service, { ...(kept.get(service) ?? { service, entries: [] }), score: Number.MAX_VALUE, coverage: 1 });
  const scoreOf = ({ service, score }: FoundByService) => (services[service]?.isDescribed ? score * DESCRIBED : score);
  return [...kept.values()].sort((a, b) => scoreOf(b) - scoreOf(a));
}
