import {
  actOnCase,
  type CaseRecord,
  caseById,
  type OpenEvent,
  type Refusal,
  recordLook,
  writeNote,
} from '../../../modules/cases/index.ts';
import { may, type Visit } from '../../../modules/identity/index.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { notFound } from '../../../platform/http/failure.ts';
import { seatOf } from '../seat.ts';
import { textsFor } from '../texts/index.ts';
import type { WorkbenchWiring } from '../workbench.ts';
import { type StaffAct, wishOf } from './staff-acts.ts';
import { type Fault, faultIn, type Typed, typedIn } from './typed.ts';

export type StaffOutcome =
  | { kind: 'done' }
  | { kind: 'wrong'; faults: readonly Fault[] }
  /** Somebody was quicker: what happened since the page was opened. Nothing was written. */
  | { kind: 'changed'; since: readonly Pick<OpenEvent, 'number'>[] }
  | { kind: 'refused'; why: Refusal };

/** Does one thing with a case for staff: one transaction, decided on what they had on their screen. */
export function actAsStaff(
  wiring: WorkbenchWiring,
  visit: Visit,
  caseId: string,
  act: StaffAct,
): Promise<StaffOutcome> {
  const typed = typedIn(visit);
  return visit.database.transaction(visit.principal, async (tx) => {
    const record = await caseById(tx, caseId);
    if (!record) throw notFound();
    if (act === 'note') return keepNote(wiring, tx, visit, record);
    const { desk } = wiring;
    const seat = seatOf(visit);
    const colleagues = await workersOf(wiring, tx, seat.authorityId);
    const grant = desk.surroundings.grantLetter(record.service);
    const wished = wishOf(act, typed, { seat, record, grant, colleagues });
    if (wished.kind === 'wrong') return wished;
    const { command, words } = wished;
    const seenRevision = Number(typed.seenRevision ?? 0);
    const acted = await actOnCase(tx, desk.documents, visit.clock.now(), {
      caseId,
      command,
      words,
      seenRevision,
      role: seat.role,
    });
    if (acted.kind === 'not-there') throw notFound();
    if (acted.kind === 'changed') return { kind: 'changed', since: acted.since };
    if (acted.kind === 'refused') return { kind: 'refused', why: acted.why };
    if (act === 'ask') await sendQuestion(wiring, tx, visit, record, typed);
    return { kind: 'done' };
  });
}

/** Who of an authority may be given a case. */
async function workersOf({ colleaguesOf }: WorkbenchWiring, tx: Tx, authorityId: string): Promise<string[]> {
  const colleagues = await colleaguesOf(tx, authorityId);
  return colleagues.filter(({ role }) => role === 'caseworker' || role === 'lead').map(({ personId }) => personId);
}

async function keepNote({ desk }: WorkbenchWiring, tx: Tx, visit: Visit, record: CaseRecord): Promise<StaffOutcome> {
  const text = (typedIn(visit).text ?? '').trim();
  const fault = faultIn('note', text);
  if (fault) return { kind: 'wrong', faults: [fault] };
  const { personId, authorityId, role } = seatOf(visit);
  const at = visit.clock.now();
  await writeNote(tx, desk.documents, { caseId: record.id, authorityId, authorId: personId, text }, at);
  await recordLook(tx, at, record, { act: 'case.noted', subject: { kind: 'case', id: record.id }, details: { role } });
  return { kind: 'done' };
}

/** The question itself, in the mailbox or on the page of who has no account. */
async function sendQuestion(
  { desk }: WorkbenchWiring,
  tx: Tx,
  visit: Visit,
  record: CaseRecord,
  typed: Typed,
): Promise<void> {
  if (!may(visit.session, 'message.write', 'authority')) throw notFound();
  await desk.mailbox().sendMessage(tx, {
    caseId: record.id,
    authorityId: record.authorityId,
    personId: record.personId,
    from: 'authority',
    subject: textsFor(record.language, visit.portal.country).case.askSubject,
    body: (typed.text ?? '').trim(),
    fileIds: [],
    wantsAnswer: true,
  });
}
