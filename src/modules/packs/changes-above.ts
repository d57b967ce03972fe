import { mergeVersions } from './merge-versions.ts';
import { definitionOf, layersBelow, layersBelowThen, layersNow, partAt, type Shelf } from './shelf.ts';
import { type Definition, hashOfDefinition, type Json, type Version } from './version.ts';

/** Something that an overlay replaces has changed above it since: accept it, or keep one's own. */
export interface ChangeAbove {
  /** `fee`, `texts.de.title`, `offices.residents.hours`. */
  path: string;
  mine: Json | undefined;
  /** What stood there when the overlay was written, and what stands there now; undefined: nothing. */
  before: Json | undefined;
  now: Json | undefined;
}

/**
 * What has changed above the overlay on the narrowest of `shelves`, in what the overlay replaces. What it leaves alone
 * reaches through to the reader anyway. `versions` are all versions on the shelves.
 */
export function changesAbove(versions: readonly Version[], shelves: readonly Shelf[]): ChangeAbove[] {
  const mine = overlayOf(versions, shelves);
  if (!mine) return [];
  const before = definitionOf(layersBelowThen(versions, shelves, mine));
  const now = definitionOf(layersBelow(versions, shelves, mine));
  return partsOf(mine.definition).flatMap((path) => {
    const change = { path, mine: partAt(mine.definition, path), before: partAt(before, path), now: partAt(now, path) };
    return isSame(change.before, change.now) ? [] : [change];
  });
}

/** The overlay on the narrowest shelf that applies now. */
export function overlayOf(versions: readonly Version[], shelves: readonly Shelf[]): Version | undefined {
  const last = layersNow(versions, shelves.slice(-1)).at(-1);
  return last?.origin === 'overlay' ? last : undefined;
}

/** How deep a part goes that is decided by itself: a fee as a whole, a text in one language, one value of an office. */
const DEPTHS: Readonly<Record<string, number>> = { texts: 3, offices: 3, services: 2 };

/** The parts that `definition` says something about. */
export function partsOf(definition: Definition): string[] {
  const { provenance } = mergeVersions([{ definition } as Version]);
  // What an overlay takes away (`null`) is a part of it too, and named in the provenance.
  const parts = [...provenance.keys()].map((path) => {
    const keys = path.split('.');
    return keys.slice(0, DEPTHS[keys[0] ?? ''] ?? 1).join('.');
  });
  return [...new Set(parts)].filter((path) => path !== '').sort();
}

const isSame = (a: Json | undefined, b: Json | undefined): boolean =>
  a === undefined || b === undefined ? a === b : hashOfDefinition(a).equals(hashOfDefinition(b));
