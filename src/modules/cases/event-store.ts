import { statement, type Tx } from '../../platform/db/database.ts';
import { settingsOf } from '../../platform/db/principal.ts';
import type { CaseEvent, EventKind } from './engine/case-state.ts';

/** What happened in a case, with its place in the order. `sealed` holds words, under the key of the case. */
export interface StoredEvent {
  number: number;
  at: Date;
  actorKind: string;
  actorId: string | null;
  event: CaseEvent;
  sealed: Buffer | null;
}

const APPEND = statement(
  'cases.append-event',
  `insert into hall.case_event (case_id, authority_id, number, at, kind, actor_kind, actor_id, refs, sealed)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

export async function appendEvent(
  tx: Tx,
  record: { id: string; authorityId: string },
  number: number,
  at: Temporal.Instant,
  event: CaseEvent,
  sealed?: Buffer,
): Promise<void> {
  const [kind, person] = settingsOf(tx.principal);
  const { kind: eventKind, ...refs } = event;
  await tx.run(
    APPEND,
    record.id,
    record.authorityId,
    number,
    at.toString(),
    eventKind,
    kind,
    person || null,
    JSON.stringify(refs),
    sealed ?? null,
  );
}

interface Row {
  number: number;
  at: Date;
  kind: EventKind;
  actor_kind: string;
  actor_id: string | null;
  refs: Record<string, unknown>;
  sealed: Buffer | null;
}

const OF_CASE = statement<Row>(
  'cases.events',
  'select number, at, kind, actor_kind, actor_id, refs, sealed from hall.case_event where case_id = $1 order by number',
);
/** What happened in a case, oldest first. */
export async function eventsOf(tx: Tx, caseId: string): Promise<StoredEvent[]> {
  return (await tx.many(OF_CASE, caseId)).map((row) => ({
    number: row.number,
    at: row.at,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    event: { kind: row.kind, ...row.refs } as CaseEvent,
    sealed: row.sealed,
  }));
}
