import type { Tx } from '../../../platform/db/database.ts';
import { askForJob } from '../../../platform/jobs/outbox.ts';
import { type Act, recordActs } from '../../audit/index.ts';
import type { Documents } from '../../documents/index.ts';
import type { StaffRole } from '../../identity/index.ts';
import type { CaseRecord } from '../case-record.ts';
import { lockCase, projectState } from '../case-store.ts';
import { type CaseEvent, type CaseState, evolve, replay } from '../engine/case-state.ts';
import { type Command, decide, type Refusal } from '../engine/decide.ts';
import { appendEvent, eventsOf, type StoredEvent } from '../event-store.ts';

/** What somebody wants done. `words` is what they wrote with it; it is sealed under the key of the case. */
export interface Wish {
  caseId: string;
  command: Command;
  words?: unknown;
  /** The revision they had on their screen; left out by jobs. */
  seenRevision?: number;
  /** What staff are here, for the log that the person concerned sees. */
  role?: StaffRole;
}

export type Acted =
  | { kind: 'done'; record: CaseRecord; state: CaseState }
  /** Somebody was quicker: what happened since they looked. Nothing was written. */
  | { kind: 'changed'; since: StoredEvent[]; state: CaseState }
  | { kind: 'refused'; why: Refusal; state: CaseState }
  | { kind: 'not-there' };

/**
 * Does one thing with a case, as one transaction of the caller: the case is locked, the events are replayed, the
 * engine decides, and events, lists, outbox and log are written together.
 */
export async function actOnCase(tx: Tx, documents: Documents, at: Temporal.Instant, wish: Wish): Promise<Acted> {
  const record = await lockCase(tx, wish.caseId);
  if (!record || !leads(tx, record)) return { kind: 'not-there' };
  const before = await eventsOf(tx, record.id);
  const state = replay(before.map(({ event }) => event));
  if (wish.seenRevision !== undefined && wish.seenRevision !== state.revision)
    return { kind: 'changed', since: before.filter(({ number }) => number > (wish.seenRevision ?? 0)), state };
  const decided = decide(state, wish.command);
  if (decided.kind === 'refused') return { kind: 'refused', why: decided.why, state };
  const next = decided.events.reduce(evolve, state);
  if (decided.events.length === 0) return { kind: 'done', record, state };

  const sealed = wish.words === undefined ? undefined : await sealWords(tx, documents, record.id, wish.words);
  const last = decided.events.length - 1;
  for (const [index, event] of decided.events.entries())
    await appendEvent(tx, record, state.revision + index + 1, at, event, index === last ? sealed : undefined);
  await projectState(tx, record.id, next, deliveryOf(decided.events, at));
  for (const event of decided.events) await askForFollowUp(tx, record, event);
  // A decision that is taken back takes its letter with it: from now on it verifies as revoked.
  if (decided.events[last]?.kind === 'reopened' && state.documentId) await documents.revokeCode(tx, state.documentId);
  await recordActs(
    tx,
    at,
    decided.events.map((event) => actOf(record, event, wish.role)),
  );
  return { kind: 'done', record: { ...record, status: next.status, revision: next.revision }, state: next };
}

/** Staff of an authority that only takes part see the case and write notes; what becomes of it is the lead's alone. */
const leads = ({ principal }: Tx, { authorityId }: CaseRecord): boolean =>
  principal.kind !== 'staff' || principal.authorityId === authorityId;

/** When it was delivered; null when it turns out that it was not. */
function deliveryOf(events: readonly CaseEvent[], at: Temporal.Instant): string | null | undefined {
  const last = events.at(-1)?.kind;
  if (last === 'delivered') return at.toString();
  return last === 'delivery-failed' ? null : undefined;
}

async function sealWords(tx: Tx, documents: Documents, caseId: string, words: unknown): Promise<Buffer> {
  const box = await documents.openBox(tx, { caseId });
  return box.sealJson(words, 'event');
}

/** What the machine does next, once this is committed. */
const FOLLOW_UPS: Partial<Record<CaseEvent['kind'], string>> = {
  approved: 'write-letter',
  refused: 'write-letter',
  dispatched: 'deliver-letter',
  withdrawn: 'tell-authority',
};

async function askForFollowUp(tx: Tx, record: CaseRecord, event: CaseEvent): Promise<void> {
  const job = FOLLOW_UPS[event.kind];
  if (job) await askForJob(tx, job, { caseId: record.id, authorityId: record.authorityId });
}

const actOf = (record: CaseRecord, event: CaseEvent, role: StaffRole | undefined): Act => ({
  chain: record.pinned.authorityKey,
  act: `case.${event.kind}`,
  authorityId: record.authorityId,
  subject: { kind: 'case', id: record.id },
  ...(record.personId && { personId: record.personId }),
  ...(role && { details: { role } }),
});
