import { entryOf, type FeelContext, type FeelType, isList } from './feel-value.ts';
import type { Closure } from './run.ts';

/** A piece of an expression, compiled. */
export interface Compiled {
  run: Closure;
  type: FeelType;
}

/** The names that an expression may use. Inner scopes see the outer ones. */
export interface Scope {
  find(name: string): Compiled | undefined;
  /** How many locals are bound here; the next one gets this index. */
  depth: number;
}

/** Root names with their types, in the order of `Run.roots`. `onRead` is told which are used. */
export function rootScope(
  names: ReadonlyMap<string, { slot: number; type: FeelType }>,
  onRead: (name: string) => void,
): Scope {
  return {
    depth: 0,
    find(name) {
      const found = names.get(name);
      if (!found) return undefined;
      onRead(name);
      const { slot, type } = found;
      return { type, run: (run) => run.roots[slot] ?? null };
    },
  };
}

/** `outer` with one more name, bound at run time in `locals[outer.depth]`. */
export function withLocal(outer: Scope, name: string, type: FeelType): Scope {
  const index = outer.depth;
  return {
    depth: index + 1,
    find: (asked) => (asked === name ? { type, run: (run) => run.locals[index] ?? null } : outer.find(asked)),
  };
}

/** Inside a filter: `item`, and the item's own entries as names. */
export function withItem(outer: Scope, type: FeelType): Scope {
  const inner = withLocal(outer, 'item', type);
  const index = outer.depth;
  if (type.kind !== 'context') return inner;
  return {
    depth: inner.depth,
    find(name) {
      const entry = type.entries.get(name);
      if (!entry) return inner.find(name);
      return {
        type: entry,
        run: (run) => {
          const item = run.locals[index] ?? null;
          return item !== null && typeof item === 'object' && !isList(item) ? entryOf(item as FeelContext, name) : null;
        },
      };
    },
  };
}
