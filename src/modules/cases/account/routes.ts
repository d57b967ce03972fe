import { isId } from '../../../platform/crypto/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { isMomentText } from '../../../platform/db/moment-text.ts';
import { type Answer, redirect } from '../../../platform/http/answer.ts';
import { notFound } from '../../../platform/http/failure.ts';
import type { Route } from '../../../platform/http/route.ts';
import { to, routes as urls } from '../../../routes.ts';
import { looksConcerning, recordActs } from '../../audit/index.ts';
import { draftsOfPerson } from '../../forms/index.ts';
import { stepUp, type Visit } from '../../identity/index.ts';
import { levelToRead } from '../case-record.ts';
import { caseById, casesOfPerson } from '../case-store.ts';
import type { CaseDesk } from '../cases.ts';
import { replay } from '../engine/case-state.ts';
import { eventsOf } from '../event-store.ts';
import { accountPage } from '../pages/account-page.ts';
import { followPage } from '../pages/follow-page.ts';
import { lookedAtPage } from '../pages/looked-at-page.ts';
import { sendFile } from '../pages/send-file.ts';
import { followCase, isTheirs } from './follow-case.ts';
import { isOwnAct, ownAct } from './own-act.ts';

const LINES = 25;

/** What belongs to somebody who is signed in. */
export function accountRoutes(desk: CaseDesk): Route<Visit>[] {
  const { account, accountCase, accountCaseAct, accountDocument, lookedAt } = urls.portal;
  const as = (path: string, access: string, handle: Route<Visit>['handle']): Route<Visit> => ({
    method: 'GET',
    path,
    access,
    handle,
  });
  return [
    as(account, 'account.read', (visit) => overview(desk, visit)),
    as(accountCase, 'application.read', (visit) => showCase(desk, visit)),
    { ...as(accountCaseAct, 'application.withdraw', (visit) => act(desk, visit)), method: 'POST', raw: true },
    // The page after an act that did not come about, in another language or opened again: it is the case's.
    as(accountCaseAct, 'application.read', (visit) => redirect(addressOf(visit, idOf(visit.params.case)))),
    as(accountDocument, 'document.read', (visit) => showDocument(desk, visit)),
    as(lookedAt, 'account.read', (visit) => showLooks(desk, visit)),
  ];
}

/** The person who is signed in; staff have no account here. */
function personOf(visit: Visit): string {
  if (!visit.session || visit.principal.kind !== 'person') throw notFound();
  return visit.session.personId;
}

async function overview(desk: CaseDesk, visit: Visit): Promise<Answer> {
  const personId = personOf(visit);
  const after = afterOf(visit.query.after);
  const found = await visit.database.transaction(visit.principal, async (tx: Tx) => ({
    drafts: after ? [] : await draftsOfPerson(tx, desk.documents, personId),
    cases: await casesOfPerson(tx, personId, after),
    unread: await desk.mailbox().unreadOf(tx, personId),
  }));
  const last = found.cases.length > LINES ? found.cases[LINES - 1] : undefined;
  return accountPage(visit, desk.surroundings, {
    ...found,
    cases: found.cases.slice(0, LINES),
    ...(last && { next: `${last.receivedAt.toISOString()}_${last.id}` }),
  });
}

function afterOf(asked: string | undefined): { receivedAt: string; id: string } | undefined {
  const [receivedAt = '', id] = (asked ?? '').split('_');
  return isId(id) && isMomentText(receivedAt) ? { receivedAt, id } : undefined;
}

async function showCase(desk: CaseDesk, visit: Visit): Promise<Answer> {
  personOf(visit);
  const id = idOf(visit.params.case);
  const hindrance = await hindranceTo(visit, id);
  if (hindrance) return hindrance;
  const followed = await followCase(desk, visit, visit.principal, id);
  if (!followed) throw notFound();
  return followPage(visit, desk.surroundings, followed, { by: 'account', action: addressOf(visit, id) });
}

/** Who is known less surely than when they sent it signs in once more. Throws `not-found` for what is not theirs here. */
async function hindranceTo(visit: Visit, caseId: string, back?: string): Promise<Answer | undefined> {
  const record = await visit.database.transaction(visit.principal, (tx) => caseById(tx, caseId));
  if (record?.portal !== visit.portal.key) throw notFound();
  return stepUp(visit, levelToRead(record.level), back);
}

const addressOf = (visit: Visit, id: string): string =>
  visit.root + to(urls.portal.accountCase, { lang: visit.language, case: id });

function idOf(asked: string | undefined): string {
  if (!isId(asked)) throw notFound();
  return asked;
}

async function act(desk: CaseDesk, visit: Visit): Promise<Answer> {
  desk.limiter.take('write', personOf(visit));
  const caseId = idOf(visit.params.case);
  const wished = visit.params.act ?? '';
  if (!isOwnAct(wished)) throw notFound();
  const hindrance = await hindranceTo(visit, caseId, addressOf(visit, caseId));
  if (hindrance) return hindrance;
  const outcome = await ownAct(desk, visit, { principal: visit.principal, caseId, act: wished });
  if (outcome.kind === 'done') return redirect(`${addressOf(visit, caseId)}?done=${wished}`);
  const followed = await followCase(desk, visit, visit.principal, caseId);
  if (!followed) throw notFound();
  return followPage(visit, desk.surroundings, followed, {
    by: 'account',
    action: addressOf(visit, caseId),
    fault: outcome,
  });
}

/** A document of one's own case. That it was fetched is recorded: it may have been a delivery. */
async function showDocument(desk: CaseDesk, visit: Visit): Promise<Answer> {
  personOf(visit);
  const documentId = idOf(visit.params.document);
  const caseId = idOf(visit.query.case);
  const hindrance = await hindranceTo(visit, caseId);
  if (hindrance) return hindrance;
  const file = await visit.database.transaction(visit.principal, async (tx) => {
    const record = await caseById(tx, caseId);
    const stored = record && (await desk.documents.filesOf(tx, { caseId })).find(({ id }) => id === documentId);
    const state = replay((await eventsOf(tx, caseId)).map(({ event }) => event));
    if (!record || stored?.state !== 'clean' || !isTheirs(stored, record, state)) throw notFound();
    const read = await desk.documents.readFile(tx, documentId);
    await recordActs(tx, visit.clock.now(), [
      {
        chain: record.pinned.authorityKey,
        act: 'document.opened',
        authorityId: record.authorityId,
        subject: { kind: 'document', id: documentId },
        ...(record.personId && { personId: record.personId }),
      },
    ]);
    return read;
  });
  return sendFile(file);
}

async function showLooks(desk: CaseDesk, visit: Visit): Promise<Answer> {
  const personId = personOf(visit);
  const looks = await visit.database.transaction(visit.principal, async (tx) => {
    const cases = await casesOfPerson(tx, personId);
    return { entries: await looksConcerning(tx, personId), cases };
  });
  return lookedAtPage(visit, desk.surroundings, looks);
}
