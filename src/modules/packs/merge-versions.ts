import type { Definition, Json, Version } from './version.ts';

/** Where a value of the merged definition comes from. */
export interface Provenance {
  scope: Version['scope'];
  origin: Version['origin'];
  number: number;
  /** The version above on which the override was based, and the one that is there now. They differ: offer the change. */
  basedOn: number | null;
  aboveNow: number | null;
}

export interface Merged {
  definition: Definition;
  /** By path of a value: `fee`, `texts.de.title`. */
  provenance: Map<string, Provenance>;
}

/**
 * One definition out of its layers, from the widest to the narrowest: what a narrower one names replaces, what it
 * leaves out stays. Objects are merged key by key, lists and values are replaced whole, `null` takes a value away.
 */
export function mergeVersions(layers: readonly Version[]): Merged {
  const provenance = new Map<string, Provenance>();
  let definition: Definition = {};
  let above: Version | undefined;
  for (const layer of layers) {
    if (layer.withdrawn) continue;
    const from: Provenance = {
      scope: layer.scope,
      origin: layer.origin,
      number: layer.number,
      basedOn: layer.basedOn,
      aboveNow: above?.number ?? null,
    };
    definition = lay(definition, layer.definition, '', (path) => provenance.set(path, from)) as Definition;
    above = layer;
  }
  return { definition, provenance };
}

const DEPTH_OF_PARTS = 3;

function lay(below: Json | undefined, above: Json, path: string, note: (path: string) => void): Json {
  const depth = path === '' ? 0 : path.split('.').length;
  if (!isObject(above) || depth >= DEPTH_OF_PARTS) {
    note(path);
    return above;
  }
  const merged: Definition = isObject(below) ? { ...below } : {};
  for (const [key, value] of Object.entries(above)) {
    const inner = path === '' ? key : `${path}.${key}`;
    if (value === null) {
      delete merged[key];
      note(inner);
    } else merged[key] = lay(merged[key], value, inner, note);
  }
  return merged;
}

const isObject = (value: Json | undefined): value is Definition =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
