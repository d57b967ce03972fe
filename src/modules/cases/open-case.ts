import type { Tx } from '../../platform/db/database.ts';
import { HallFailure } from '../../platform/http/failure.ts';
import { type Act, recordActs } from '../audit/index.ts';
import type { Documents } from '../documents/index.ts';
import type { StaffRole } from '../identity/index.ts';
import type { Application, CaseRecord } from './case-record.ts';
import { caseById, sealedApplication } from './case-store.ts';
import { type CaseState, PUBLIC_EVENTS, replay } from './engine/case-state.ts';
import { eventsOf, type StoredEvent } from './event-store.ts';
import { type Note, notesOf } from './notes.ts';

/** An event with what was written with it. */
export interface OpenEvent extends Omit<StoredEvent, 'sealed'> {
  words?: unknown;
}

export interface OpenCase {
  record: CaseRecord;
  state: CaseState;
  application: Application;
  events: OpenEvent[];
  notes: Note[];
}

/**
 * A case as staff see it. Opening it is a look that the person concerned can see: the entry is written in the same
 * transaction, so what can't be recorded isn't shown. Undefined when it is not there or not theirs.
 */
export async function openCase(
  tx: Tx,
  documents: Documents,
  { caseId, at, role }: { caseId: string; at: Temporal.Instant; role?: StaffRole },
): Promise<OpenCase | undefined> {
  const opened = await readCase(tx, documents, caseId);
  if (!opened) return undefined;
  const notes = await notesOf(tx, documents, caseId);
  await recordLook(tx, at, opened.record, {
    act: 'case.opened',
    subject: { kind: 'case', id: caseId },
    ...(role && { details: { role } }),
  });
  return { ...opened, notes };
}

/** Writes down that staff look at something of a case. What can't be written down isn't shown: 503. */
export async function recordLook(
  tx: Tx,
  at: Temporal.Instant,
  record: CaseRecord,
  look: Pick<Act, 'act' | 'subject' | 'details'>,
): Promise<void> {
  const { personId } = record;
  // Whose staff they are, which need not be the authority that leads: the person concerned is told who looked.
  const { authorityId } = tx.principal.kind === 'staff' ? tx.principal : record;
  const act = { ...look, chain: record.pinned.authorityKey, authorityId, ...(personId && { personId }) };
  try {
    await recordActs(tx, at, [act]);
  } catch (error) {
    throw new HallFailure('not-recorded', 503, 'a look could not be recorded, so nothing is shown', error);
  }
}

/** A case as the one who sent it sees it: the public events only, and no notes. Looking at one's own is no look. */
export async function openOwnCase(tx: Tx, documents: Documents, caseId: string): Promise<OpenCase | undefined> {
  const opened = await readCase(tx, documents, caseId);
  if (!opened) return undefined;
  return { ...opened, events: opened.events.filter(({ event }) => PUBLIC_EVENTS.has(event.kind)), notes: [] };
}

/** What was sent, without what happened since; undefined when it is not there or not theirs. */
export async function applicationOf(tx: Tx, documents: Documents, caseId: string): Promise<Application | undefined> {
  const sealed = await sealedApplication(tx, caseId);
  if (!sealed) return undefined;
  return (await documents.openBox(tx, { caseId })).openJson(sealed, 'application') as Application;
}

async function readCase(tx: Tx, documents: Documents, caseId: string): Promise<Omit<OpenCase, 'notes'> | undefined> {
  const record = await caseById(tx, caseId);
  const sealed = record && (await sealedApplication(tx, caseId));
  if (!record || !sealed) return undefined;
  const box = await documents.openBox(tx, { caseId });
  const stored = await eventsOf(tx, caseId);
  return {
    record,
    state: replay(stored.map(({ event }) => event)),
    application: box.openJson(sealed, 'application') as Application,
    events: stored.map(({ sealed: words, ...event }) => ({
      ...event,
      ...(words && { words: box.openJson(words, 'event') }),
    })),
  };
}
