import { createHash } from 'node:crypto';

/** What content can be. */
export type PackKind = 'service' | 'form' | 'authority' | 'portal';

/** How far a version reaches: `federation`, `portal:gl`, `authority:ch-1630`. */
export type Scope = 'federation' | `portal:${string}` | `authority:${string}`;

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Definition = { [key: string]: Json };

/** One published state of one piece of content. It never changes. */
export interface Version {
  id: string;
  kind: PackKind;
  key: string;
  scope: Scope;
  /** From `content/`, or an edit in the browser. */
  origin: 'files' | 'overlay';
  number: number;
  basedOn: number | null;
  authorityId: string | null;
  definition: Definition;
  hash: Buffer;
  writtenAt: Date;
  writtenBy: string | null;
  withdrawn: boolean;
}

/** What two definitions have in common if they say the same, whatever the order of their keys. */
export const hashOfDefinition = (definition: Json): Buffer =>
  createHash('sha256').update(canonical(definition)).digest();

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value && typeof value === 'object')
    return `{${Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(value[key] as Json)}`)
      .join(',')}}`;
  return JSON.stringify(value);
}
