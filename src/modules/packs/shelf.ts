import { mergeVersions } from './merge-versions.ts';
import type { Definition, Json, Scope, Version } from './version.ts';

/** Where a layer of one piece of content lies. Shelves are listed from the widest to the narrowest. */
export interface Shelf {
  key: string;
  scope: Scope;
}

/** The shelves of a service or form as it holds on `portal` for `authority`. */
export const shelvesOf = (key: string, portal: string, authority: string): Shelf[] => [
  { key, scope: 'federation' },
  { key, scope: `portal:${portal}` },
  { key, scope: `authority:${authority}` },
];

const ORIGINS = ['files', 'overlay'] as const;

/** What applies now of all `versions`: on each shelf the files, and an overlay above them. */
export function layersNow(versions: readonly Version[], shelves: readonly Shelf[]): Version[] {
  return layersOf(versions, shelves, () => true);
}

/**
 * What applied below `mine` when it was written. By time: `basedOn` names one layer only, and a layer between may have
 * begun or ended since.
 */
export const layersBelowThen = (versions: readonly Version[], shelves: readonly Shelf[], mine: Version): Version[] =>
  layersOf(
    versions.filter((version) => !isSameLayer(version, mine)),
    shelves,
    (version) => version.writtenAt.getTime() <= mine.writtenAt.getTime(),
  );

/** What applies now below `mine`. */
export const layersBelow = (versions: readonly Version[], shelves: readonly Shelf[], mine: Version): Version[] =>
  layersNow(
    versions.filter((version) => !isSameLayer(version, mine)),
    shelves,
  );

function layersOf(
  versions: readonly Version[],
  shelves: readonly Shelf[],
  applies: (version: Version) => boolean,
): Version[] {
  const layers: Version[] = [];
  for (const { key, scope } of shelves)
    for (const origin of ORIGINS) {
      const newest = versions
        .filter((each) => each.key === key && each.scope === scope && each.origin === origin && applies(each))
        .reduce<Version | undefined>((best, each) => (best && best.number > each.number ? best : each), undefined);
      if (newest && !newest.withdrawn) layers.push(newest);
    }
  return layers;
}

export const isSameLayer = (a: Version, b: Version): boolean =>
  a.kind === b.kind && a.key === b.key && a.scope === b.scope && a.origin === b.origin;

export const definitionOf = (layers: readonly Version[]): Definition => mergeVersions(layers).definition;

/** Names what somebody has seen: when anything of it changes, so does the name. */
export const nameOfLayers = (layers: readonly Version[]): string =>
  layers.map(({ key, scope, origin, number }) => `${key}@${scope}.${origin}.${number}`).join('+');

/** The value at `path` (`fee`, `texts.de.title`); undefined when there is none. */
export function partAt(definition: Definition, path: string): Json | undefined {
  let at: Json | undefined = definition;
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || Array.isArray(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at;
}

/** `definition` with another value at `path`; undefined takes it out, and what is empty then too. */
export function withPart(definition: Definition, path: string, value: Json | undefined): Definition {
  const [key = '', ...rest] = path.split('.');
  const next: Json | undefined = rest.length === 0 ? value : withPart(asObject(definition[key]), rest.join('.'), value);
  const { [key]: _before, ...others } = definition;
  const isGone = next === undefined || (rest.length > 0 && Object.keys(asObject(next)).length === 0);
  return isGone ? others : { ...definition, [key]: next as Json };
}

const asObject = (value: Json | undefined): Definition =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
