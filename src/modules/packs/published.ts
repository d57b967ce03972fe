import { type Merged, mergeVersions } from './merge-versions.ts';
import type { Shelf } from './shelf.ts';
import type { PackKind, Version } from './version.ts';

/** All content that is in force, ready to be asked: one definition per service, portal and place. */
export interface Published {
  /** Keys of `kind` at federation or portal level, sorted. */
  keys(kind: PackKind): string[];
  /** The definition of `key` as it holds on `portal` for `authority` (its key); undefined when there is none. */
  find(kind: PackKind, key: string, portal?: string, authority?: string): Merged | undefined;
  /** The newest version in one scope, as it was published. */
  version(kind: PackKind, key: string, scope: string): Version | undefined;
  /** What applies on `shelves`, the widest first. */
  layers(kind: PackKind, shelves: readonly Shelf[]): Version[];
}

/** Builds the published state out of `versions` (see `currentVersions`). Merged definitions are made when asked, once. */
export function publish(versions: readonly Version[]): Published {
  const layers = new Map<string, Version>();
  const named = new Map<PackKind, Set<string>>();
  for (const version of versions) {
    layers.set(`${version.kind} ${version.key} ${version.scope} ${version.origin}`, version);
    if (!version.withdrawn && !version.scope.startsWith('authority:'))
      named.set(version.kind, (named.get(version.kind) ?? new Set()).add(version.key));
  }
  const layer = (kind: PackKind, key: string, scope: string) =>
    (['files', 'overlay'] as const)
      .map((origin) => layers.get(`${kind} ${key} ${scope} ${origin}`))
      .filter((version) => version !== undefined);
  const made = new Map<string, Merged>();
  return {
    keys: (kind) => [...(named.get(kind) ?? [])].sort(),
    find(kind, key, portal, authority) {
      const own = authority === undefined ? [] : layer(kind, key, `authority:${authority}`);
      const name = `${kind} ${key} ${portal ?? ''} ${own.length > 0 ? authority : ''}`;
      const before = made.get(name);
      if (before) return before;
      const all = [...layer(kind, key, 'federation'), ...(portal ? layer(kind, key, `portal:${portal}`) : []), ...own];
      if (all.every((version) => version.withdrawn)) return undefined;
      const merged = mergeVersions(all);
      made.set(name, merged);
      return merged;
    },
    version: (kind, key, scope) => layer(kind, key, scope).findLast((version) => !version.withdrawn),
    layers: (kind, shelves) =>
      shelves.flatMap(({ key, scope }) => layer(kind, key, scope)).filter((version) => !version.withdrawn),
  };
}
