import { recordActs } from '../../../modules/audit/index.ts';
import {
  actOnCase,
  dueLoad,
  type InboxQuestion,
  inboxCounts,
  inboxPage,
  termOf,
  wordsOf,
} from '../../../modules/cases/index.ts';
import { may, type Visit } from '../../../modules/identity/index.ts';
import { isId } from '../../../platform/crypto/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { type Answer, redirect } from '../../../platform/http/answer.ts';
import { HallFailure, notFound } from '../../../platform/http/failure.ts';
import type { Route } from '../../../platform/http/route.ts';
import { to, routes as urls } from '../../../routes.ts';
import { seatOf } from '../seat.ts';
import type { WorkbenchWiring } from '../workbench.ts';
import { inboxView } from './inbox-page.ts';
import { questionOf } from './question.ts';

export const inboxRoutes = (wiring: WorkbenchWiring): Route<Visit>[] => [
  { method: 'GET', path: urls.workbench.inbox, access: 'case.list', handle: (visit) => show(wiring, visit) },
  { method: 'POST', path: urls.workbench.inbox, access: 'case.take', handle: (visit) => take(wiring, visit) },
];

async function show(wiring: WorkbenchWiring, visit: Visit): Promise<Answer> {
  const { desk } = wiring;
  const question = questionOf(visit);
  const found = await visit.database.transaction(visit.principal, async (tx) => {
    const answer = await inboxPage(tx, desk.documents, desk.termKey, question);
    const counts = await inboxCounts(tx, question);
    const load = await dueLoad(tx, question.authorityId, question.today);
    const colleagues = await wiring.colleaguesOf(tx, question.authorityId);
    await recordQuestion(wiring, tx, visit, question);
    return { ...answer, counts, load, colleagues };
  });
  return inboxView(visit, desk.surroundings, { question, ...found });
}

/** The question is recorded, not the lines: which words were looked for as the same keyed hashes that found them. */
async function recordQuestion({ desk }: WorkbenchWiring, tx: Tx, visit: Visit, question: InboxQuestion): Promise<void> {
  const { authorityId, scope, sort, service, words } = question;
  const chain = desk.surroundings.authority(authorityId)?.key;
  if (!chain) throw notFound();
  const terms = wordsOf(words ?? '').map((word) => termOf(desk.termKey, authorityId, word).toString('hex'));
  const details = {
    scope,
    sort,
    role: seatOf(visit).role,
    ...(service && { service }),
    ...(terms.length > 0 && { terms }),
  };
  try {
    await recordActs(tx, visit.clock.now(), [{ chain, act: 'case.listed', authorityId, details }]);
  } catch (error) {
    throw new HallFailure('not-recorded', 503, 'a question could not be recorded, so nothing is shown', error);
  }
}

/** Takes a case right out of the list: only one that is nobody's. */
async function take({ desk }: WorkbenchWiring, visit: Visit): Promise<Answer> {
  const { personId, role } = seatOf(visit);
  const caseId = visit.body.case;
  if (!isId(caseId) || !may(visit.session, 'case.take', 'authority')) throw notFound();
  const acted = await visit.database.transaction(visit.principal, (tx) =>
    actOnCase(tx, desk.documents, visit.clock.now(), { caseId, command: { kind: 'take', by: personId }, role }),
  );
  if (acted.kind === 'not-there') throw notFound();
  const { language: lang } = visit;
  const path =
    acted.kind === 'done'
      ? to(urls.workbench.case, { lang, case: caseId })
      : to(urls.workbench.inbox, { lang }, { scope: 'unassigned', gone: 'yes' });
  return redirect(visit.root + path);
}
