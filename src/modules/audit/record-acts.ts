import { randomBytes } from 'node:crypto';
import type { Tx } from '../../platform/db/database.ts';
import { type Principal, settingsOf } from '../../platform/db/principal.ts';
import { appendEntry, lockHead } from './audit-store.ts';
import { type Act, type Entry, hashOf, hashOfDetails } from './entry.ts';

/**
 * Writes `acts` into their chains, inside the caller's transaction: either the deed and its entry are kept, or
 * neither. Call it **last** in the transaction; the heads of the chains are locked in the order of their names.
 */
export async function recordActs(tx: Tx, at: Temporal.Instant, acts: readonly Act[]): Promise<void> {
  const chains = [...new Set(acts.map((act) => act.chain))].sort();
  for (const chain of chains) {
    let head = await lockHead(tx, chain);
    for (const act of acts.filter((each) => each.chain === chain)) {
      const salt = randomBytes(32);
      const entry = entryOf(act, tx.principal, head.number + 1n, at, salt);
      const hash = hashOf(head.hash, entry);
      await appendEntry(tx, entry, hash, act.details && { salt, details: act.details });
      head = { number: entry.number, hash };
    }
  }
}

function entryOf(act: Act, principal: Principal, number: bigint, at: Temporal.Instant, salt: Buffer): Entry {
  const [, person, actingFor] = settingsOf(principal);
  return {
    chain: act.chain,
    number,
    at: at.toString({ fractionalSecondDigits: 3 }),
    act: act.act,
    actorKind: principal.kind,
    actorId: person || null,
    actingFor: actingFor || null,
    authorityId: act.authorityId ?? null,
    subjectKind: act.subject?.kind ?? null,
    subjectId: act.subject?.id ?? null,
    personId: act.personId ?? null,
    detailsHash: act.details ? hashOfDetails(salt, act.details) : null,
  };
}
