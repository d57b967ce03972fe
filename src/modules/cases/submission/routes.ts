import { isId } from '../../../platform/crypto/ids.ts';
import { type Answer, redirect } from '../../../platform/http/answer.ts';
import { notFound } from '../../../platform/http/failure.ts';
import type { Route } from '../../../platform/http/route.ts';
import { to, routes as urls } from '../../../routes.ts';
import { draftAccess, type RefusedSubmission } from '../../forms/index.ts';
import type { Visit } from '../../identity/index.ts';
import { caseByDraft } from '../case-store.ts';
import type { CaseDesk } from '../cases.ts';
import { receiptPage } from '../pages/receipt-page.ts';
import { showReceiptDocument } from './receipt-document.ts';
import { receiptHindrance } from './receipt-hindrance.ts';
import { sendOnce } from './send-once.ts';
import { receiptFor } from './submit-application.ts';

/** Sending a draft, and the receipt of what was sent. */
export function submissionRoutes(desk: CaseDesk): Route<Visit>[] {
  return [
    { method: 'POST', path: urls.portal.draftSend, access: 'application.submit', handle: (visit) => send(desk, visit) },
    {
      method: 'GET',
      path: urls.portal.receipt,
      access: 'application.read',
      handle: (visit) => showReceipt(desk, visit),
    },
    {
      method: 'GET',
      path: urls.portal.receiptDocument,
      access: 'application.read',
      handle: (visit) => showReceiptDocument(desk, visit, draftOf(visit)),
    },
  ];
}

function draftOf(visit: Visit): string {
  const { draft } = visit.params;
  if (!isId(draft)) throw notFound();
  return draft;
}

async function send(desk: CaseDesk, visit: Visit): Promise<Answer> {
  const draft = draftOf(visit);
  desk.limiter.take('write', visit.address);
  const submitted = await sendOnce(desk, visit, draft);
  const path =
    submitted.kind === 'received'
      ? to(urls.portal.receipt, { lang: visit.language, draft })
      : placeToGo(visit, draft, submitted.refusal);
  return redirect(visit.root + path);
}

/** What lacks something is shown where it can be made good. */
function placeToGo(visit: Visit, draft: string, { goTo, reason }: RefusedSubmission): string {
  const at = { lang: visit.language, draft };
  if (goTo === 'confirm') return to(urls.portal.draftConfirm, at);
  if (goTo === 'summary') return to(urls.portal.draftSummary, at, { refused: reason });
  return to(urls.portal.draftPage, { ...at, page: goTo.page }, { check: '1' });
}

async function showReceipt(desk: CaseDesk, visit: Visit): Promise<Answer> {
  const draft = draftOf(visit);
  const principal = await draftAccess(visit);
  const record = await visit.database.transaction(principal, (tx) => caseByDraft(tx, draft));
  if (!record) throw notFound();
  const hindrance = receiptHindrance(visit, principal, record);
  return hindrance ?? receiptPage(visit, desk.surroundings, record, receiptFor(record, desk.codeKey));
}
