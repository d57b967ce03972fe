import { caseById, recordLook } from '../../../modules/cases/index.ts';
import { may, type Visit } from '../../../modules/identity/index.ts';
import { isId } from '../../../platform/crypto/ids.ts';
import { type Answer, redirect } from '../../../platform/http/answer.ts';
import { notFound } from '../../../platform/http/failure.ts';
import type { Route } from '../../../platform/http/route.ts';
import { to, routes as urls } from '../../../routes.ts';
import { seatOf } from '../seat.ts';
import type { WorkbenchWiring } from '../workbench.ts';
import { actAsStaff, type StaffOutcome } from './act-as-staff.ts';
import { casePage } from './case-page.ts';
import { isForStaff, readDesk } from './read-desk.ts';
import { isStaffAct, STAFF_ACTS, type StaffAct } from './staff-acts.ts';
import { typedIn } from './typed.ts';

export const caseRoutes = (wiring: WorkbenchWiring): Route<Visit>[] => [
  { method: 'GET', path: urls.workbench.case, access: 'case.read', handle: (visit) => show(wiring, visit) },
  { method: 'POST', path: urls.workbench.caseAct, access: 'case.read', handle: (visit) => act(wiring, visit) },
  // After an act that did not come about the page stands at the act's address: in another language, it is the case's.
  { method: 'GET', path: urls.workbench.caseAct, access: 'case.read', handle: (visit) => redirect(addressOf(visit)) },
  {
    method: 'GET',
    path: urls.workbench.caseDocument,
    access: 'document.read',
    handle: (visit) => showFile(wiring, visit),
  },
];

function idOf(asked: string | undefined): string {
  if (!isId(asked)) throw notFound();
  return asked;
}

const addressOf = (visit: Visit): string =>
  visit.root + to(urls.workbench.case, { lang: visit.language, case: idOf(visit.params.case) });

async function show(
  wiring: WorkbenchWiring,
  visit: Visit,
  tried?: { act: StaffAct; outcome: Exclude<StaffOutcome, { kind: 'done' }> },
): Promise<Answer> {
  const caseId = idOf(visit.params.case);
  const desk = await readDesk(wiring, visit, caseId);
  if (!desk) throw notFound();
  return casePage(visit, wiring.desk.surroundings, desk, tried && { ...tried, typed: typedIn(visit) });
}

async function act(wiring: WorkbenchWiring, visit: Visit): Promise<Answer> {
  const caseId = idOf(visit.params.case);
  const wished = visit.params.act;
  if (!isStaffAct(wished) || !may(visit.session, STAFF_ACTS[wished], 'authority')) throw notFound();
  wiring.desk.limiter.take('write', seatOf(visit).personId);
  const outcome = await actAsStaff(wiring, visit, caseId, wished);
  if (outcome.kind !== 'done') return show(wiring, visit, { act: wished, outcome });
  const path = to(urls.workbench.case, { lang: visit.language, case: caseId }, { done: wished });
  return redirect(visit.root + path);
}

/** Shows one document of a case on the uploads origin, once the look is recorded. */
async function showFile(wiring: WorkbenchWiring, visit: Visit): Promise<Answer> {
  const { documents } = wiring.desk;
  const caseId = idOf(visit.params.case);
  const fileId = idOf(visit.params.document);
  const address = await visit.database.transaction(visit.principal, async (tx) => {
    const file = (await documents.filesOf(tx, { caseId })).find(({ id }) => id === fileId);
    const record = file && (await caseById(tx, caseId));
    if (!file || !record || file.state !== 'clean' || !isForStaff(file)) throw notFound();
    const role = seatOf(visit).role;
    const subject = { kind: 'document', id: fileId };
    await recordLook(tx, visit.clock.now(), record, { act: 'document.opened', subject, details: { role, caseId } });
    return documents.viewAddress(fileId, { caseId });
  });
  return redirect(address);
}
