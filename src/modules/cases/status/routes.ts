import type { Principal } from '../../../platform/db/principal.ts';
import { ANONYMOUS } from '../../../platform/db/principal.ts';
import { type Answer, redirect } from '../../../platform/http/answer.ts';
import type { Route } from '../../../platform/http/route.ts';
import { to, routes as urls } from '../../../routes.ts';
import { recordActs } from '../../audit/index.ts';
import type { Visit } from '../../identity/index.ts';
import { followCase } from '../account/follow-case.ts';
import { isOwnAct, ownAct } from '../account/own-act.ts';
import { caseById, caseByToken } from '../case-store.ts';
import type { CaseDesk } from '../cases.ts';
import { followPage } from '../pages/follow-page.ts';
import { statusPage } from '../pages/status-page.ts';
import { isSameNumber, tokenOf } from '../submission/case-number.ts';
import { caseInCookie, statusCookie, statusCookieName } from './status-cookie.ts';

/** The status of a case for who has number and code, and what can be done with them. */
export function statusRoutes(desk: CaseDesk): Route<Visit>[] {
  const { status, caseByNumber } = urls.portal;
  return [
    { method: 'GET', path: status, access: 'public', handle: (visit) => statusPage(visit, {}) },
    { method: 'POST', path: status, access: 'public', handle: (visit) => openByCode(desk, visit) },
    { method: 'GET', path: caseByNumber, access: 'public', handle: (visit) => show(desk, visit) },
    { method: 'POST', path: caseByNumber, access: 'public', raw: true, handle: (visit) => act(desk, visit) },
  ];
}

const typed = (visit: Visit, name: string): string => String(visit.body[name] ?? '').slice(0, 60);

/** A number that does not exist and a wrong code get the same answer, after the same work. */
async function openByCode(desk: CaseDesk, visit: Visit): Promise<Answer> {
  desk.limiter.take('status-code', visit.address);
  const number = typed(visit, 'number');
  const code = typed(visit, 'code');
  const record = await visit.database.transaction(ANONYMOUS, async (tx) => {
    const found = await caseByToken(tx, tokenOf(number, code));
    if (found?.portal === visit.portal.key) return found;
    // Which case was meant is not known, and what was typed is nobody's business: only that somebody tried.
    await recordActs(tx, visit.clock.now(), [{ chain: visit.portal.key, act: 'status.refused' }]);
    return undefined;
  });
  if (!record) return statusPage(visit, { number, code, isUnknown: true });
  const path = to(urls.portal.caseByNumber, { lang: visit.language, number: record.number });
  const cookie = statusCookie(desk.cookieKey, visit.portal, record.id, visit.clock.now().epochMilliseconds);
  return redirect(visit.root + path, [cookie]);
}

/** The principal under which this browser sees the case of the address, when it has said the code. */
async function holderOf(desk: CaseDesk, visit: Visit): Promise<{ principal: Principal; caseId: string } | undefined> {
  const { portal, cookies, clock, params } = visit;
  // Over TLS only the one with the prefix: a neighbouring subdomain can't set that, and so not show its own case here.
  const value = cookies[(visit.origin.startsWith('https:') ? '__Host-' : '') + statusCookieName(portal)];
  const caseId = caseInCookie(desk.cookieKey, portal, value, clock.now().epochMilliseconds);
  if (!caseId) return undefined;
  const principal: Principal = { kind: 'applicant', caseId };
  const record = await visit.database.transaction(principal, (tx) => caseById(tx, caseId));
  return record && isSameNumber(record.number, params.number ?? '') ? { principal, caseId } : undefined;
}

async function show(desk: CaseDesk, visit: Visit): Promise<Answer> {
  const holder = await holderOf(desk, visit);
  const followed = holder && (await followCase(desk, visit, holder.principal, holder.caseId));
  if (!followed) return statusPage(visit, { number: visit.params.number ?? '' });
  return followPage(visit, desk.surroundings, followed, { by: 'code', action: visit.path });
}

async function act(desk: CaseDesk, visit: Visit): Promise<Answer> {
  desk.limiter.take('write', visit.address);
  const holder = await holderOf(desk, visit);
  if (!holder) return statusPage(visit, { number: visit.params.number ?? '' });
  // Only an answer can bring files, so only its form has parts.
  const wished = visit.parts ? 'answer' : String(visit.body.act ?? '');
  const outcome = isOwnAct(wished)
    ? await ownAct(desk, visit, { ...holder, act: wished })
    : ({ kind: 'refused', why: 'not-now' } as const);
  if (outcome.kind === 'done') return redirect(`${visit.path}?done=${wished}`);
  const followed = await followCase(desk, visit, holder.principal, holder.caseId);
  if (!followed) return statusPage(visit, {});
  return followPage(visit, desk.surroundings, followed, { by: 'code', action: visit.path, fault: outcome });
}
