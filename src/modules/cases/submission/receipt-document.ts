import { setTimeout as pause } from 'node:timers/promises';
import type { Principal } from '../../../platform/db/principal.ts';
import type { Answer } from '../../../platform/http/answer.ts';
import { notFound } from '../../../platform/http/failure.ts';
import { askForJob } from '../../../platform/jobs/outbox.ts';
import { to, routes as urls } from '../../../routes.ts';
import { recordActs } from '../../audit/index.ts';
import { draftAccess } from '../../forms/index.ts';
import type { Visit } from '../../identity/index.ts';
import { caseByDraft } from '../case-store.ts';
import type { CaseDesk } from '../cases.ts';
import { notYetPage } from '../pages/receipt-page.ts';
import { sendFile } from '../pages/send-file.ts';
import { receiptHindrance } from './receipt-hindrance.ts';

const LOOK_EVERY_MS = 150;
const PATIENCE_MS = 3_000;

/**
 * The receipt as a document. Few ever want it, so it is written when it is wanted for the first time: that takes a
 * moment, and if it takes longer the page says so.
 */
export async function showReceiptDocument(desk: CaseDesk, visit: Visit, draft: string): Promise<Answer> {
  const principal = await draftAccess(visit);
  const record = await visit.database.transaction(principal, (tx) => caseByDraft(tx, draft));
  const hindrance = record && receiptHindrance(visit, principal, record);
  if (hindrance) return hindrance;
  const late = performance.now() + PATIENCE_MS;
  for (let isAskedFor = false; performance.now() < late; isAskedFor = true) {
    const opened = await openReceipt(desk, visit, { principal, draft, isAskedFor });
    if (opened) return sendFile(opened);
    await pause(LOOK_EVERY_MS);
  }
  return notYetPage(visit, to(urls.portal.receiptDocument, { lang: visit.language, draft }));
}

/** The receipt of a draft, or else a job that writes it; one job is enough. */
async function openReceipt(
  desk: CaseDesk,
  visit: Visit,
  { principal, draft, isAskedFor }: { principal: Principal; draft: string; isAskedFor: boolean },
) {
  return visit.database.transaction(principal, async (tx) => {
    const record = await caseByDraft(tx, draft);
    if (!record) throw notFound();
    const { id: caseId, authorityId, personId } = record;
    const file = (await desk.documents.filesOf(tx, { caseId })).find(({ kind }) => kind === 'receipt');
    if (!file) {
      if (!isAskedFor) await askForJob(tx, 'write-receipt', { caseId, authorityId });
      return undefined;
    }
    const read = await desk.documents.readFile(tx, file.id);
    await recordActs(tx, visit.clock.now(), [
      {
        chain: record.pinned.authorityKey,
        act: 'document.opened',
        authorityId,
        subject: { kind: 'document', id: file.id },
        ...(personId && { personId }),
      },
    ]);
    return read;
  });
}
