import { createHash } from 'node:crypto';
import type { Principal } from '../../platform/db/principal.ts';

/** What happened, as the one who did it says. Ids only; what describes content goes into `details`. */
export interface Act {
  /** The chain: the key of an authority or of a portal. */
  chain: string;
  /** A verb with its noun: `case.opened`, `application.submitted`, `fee.changed`. */
  act: string;
  authorityId?: string;
  subject?: { kind: string; id: string };
  /** The person concerned, who can see the entry in their account. */
  personId?: string;
  /** Hashed into the entry with a salt, kept apart, deletable. No personal data beyond what the act needs. */
  details?: Record<string, unknown>;
}

/** An entry as it stands in the log; `hash` covers all else and the hash before. */
export interface Entry {
  chain: string;
  number: bigint;
  at: string;
  act: string;
  actorKind: Principal['kind'];
  actorId: string | null;
  actingFor: string | null;
  authorityId: string | null;
  subjectKind: string | null;
  subjectId: string | null;
  personId: string | null;
  detailsHash: Buffer | null;
}

/** What a chain begins with: its name, so that two chains can't be exchanged. */
export const genesis = (chain: string): Buffer =>
  createHash('sha256').update(`schalterhalle-audit-1\n${chain}`).digest();

/**
 * The hash of `entry` behind `before`. Fields are length-prefixed, so no two entries read the same; null and ''
 * differ.
 */
export function hashOf(before: Buffer, entry: Entry): Buffer {
  const hash = createHash('sha256').update(before);
  const fields = [
    entry.chain,
    String(entry.number),
    entry.at,
    entry.act,
    entry.actorKind,
    entry.actorId,
    entry.actingFor,
    entry.authorityId,
    entry.subjectKind,
    entry.subjectId,
    entry.personId,
    entry.detailsHash === null ? null : entry.detailsHash.toString('hex'),
  ];
  for (const field of fields) hash.update(field === null ? '-' : `${Buffer.byteLength(field)}:${field}`);
  return hash.digest();
}

export const hashOfDetails = (salt: Buffer, details: unknown): Buffer =>
  createHash('sha256').update(salt).update(canonical(details)).digest();

/** JSON with sorted keys, as jsonb does not keep their order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
      .join(',')}}`;
  return JSON.stringify(value);
}
