/**
 * Values of expressions. A date is its ISO text, a duration of years and months is their number of months: which of
 * them a text or a number is, the compiler knows, so that nothing has to be asked at run time.
 */
export type FeelValue = null | boolean | number | string | readonly FeelValue[] | FeelContext;
export interface FeelContext {
  readonly [entry: string]: FeelValue;
}

/** What the compiler knows of a value. `null` fits everywhere: what was not answered is null. */
export type FeelType =
  | { kind: 'null' | 'boolean' | 'number' | 'string' | 'date' | 'months' }
  | { kind: 'list'; of: FeelType }
  | { kind: 'context'; entries: ReadonlyMap<string, FeelType> };

export const NULL: FeelType = { kind: 'null' };
export const BOOLEAN: FeelType = { kind: 'boolean' };
export const NUMBER: FeelType = { kind: 'number' };
export const STRING: FeelType = { kind: 'string' };
export const DATE: FeelType = { kind: 'date' };
export const MONTHS: FeelType = { kind: 'months' };
export const listOf = (of: FeelType): FeelType => ({ kind: 'list', of });
export const contextOf = (entries: Record<string, FeelType>): FeelType => ({
  kind: 'context',
  entries: new Map(Object.entries(entries)),
});

/** The one type that holds values of both, or undefined when there is none. */
export function join(a: FeelType, b: FeelType): FeelType | undefined {
  if (a.kind === 'null') return b;
  if (b.kind === 'null') return a;
  if (a.kind === 'list' && b.kind === 'list') {
    const of = join(a.of, b.of);
    return of && listOf(of);
  }
  if (a.kind === 'context' && b.kind === 'context') return joinContexts(a.entries, b.entries);
  return a.kind === b.kind ? a : undefined;
}

function joinContexts(a: ReadonlyMap<string, FeelType>, b: ReadonlyMap<string, FeelType>): FeelType | undefined {
  if (a.size !== b.size) return undefined;
  const entries = new Map<string, FeelType>();
  for (const [key, type] of a) {
    const other = b.get(key);
    const both = other && join(type, other);
    if (!both) return undefined;
    entries.set(key, both);
  }
  return { kind: 'context', entries };
}

/** As it is said in a message to the author of a form. */
export function spell(type: FeelType): string {
  if (type.kind === 'list') return `list of ${spell(type.of)}`;
  if (type.kind === 'months') return 'duration';
  return type.kind;
}

/** The entry `key` of a context; null when it is not its own. No prototype is ever asked. */
export const entryOf = (context: FeelContext, key: string): FeelValue =>
  Object.hasOwn(context, key) ? (context[key] ?? null) : null;

/** Equality of two values of one type; null equals null only. */
export function isEqual(a: FeelValue, b: FeelValue): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  if (isList(a) || isList(b))
    return isList(a) && isList(b) && a.length === b.length && a.every((item, at) => isEqual(item, b[at] ?? null));
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual(entryOf(a, key), entryOf(b, key)))
  );
}

export const isList = (value: FeelValue): value is readonly FeelValue[] => Array.isArray(value);
