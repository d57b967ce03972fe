import { newId } from '../../../platform/crypto/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { HallFailure } from '../../../platform/http/failure.ts';
import { askForJob } from '../../../platform/jobs/outbox.ts';
import { recordActs } from '../../audit/index.ts';
import type { Documents } from '../../documents/index.ts';
import { closeDraft, type ReadySubmission, type RefusedSubmission, readForSubmission } from '../../forms/index.ts';
import type { Portal } from '../../territory/index.ts';
import { codeOf, newCaseNumber, tokenOf } from '../case-number.ts';
import type { Application, CaseRecord, Pinned } from '../case-record.ts';
import { caseByDraft, type FreshCase, insertCase, insertParticipants, insertTerms } from '../case-store.ts';
import { addWorkingDays } from '../due-date.ts';
import { appendEvent } from '../event-store.ts';
import { termsOf } from '../lists/case-terms.ts';

/** What was there when the summary was shown, pinned to the case. */
export interface Terms {
  pinned: Pinned;
  /** The authority's own target; appeal periods don't hang on it. */
  workingDays: number;
}

export interface Counter {
  documents: Documents;
  /** 32 bytes: status codes are derived from it. */
  codeKey: Buffer;
  /** 32 bytes: words of an authority's cases are hashed under it. */
  termKey: Buffer;
  terms(submission: ReadySubmission, portal: Portal): Terms;
}

export interface Receipt {
  caseId: string;
  number: string;
  /** With the number it shows the status without an account. */
  code: string;
}

export type Submitted = { kind: 'received'; receipt: Receipt } | { kind: 'refused'; refusal: RefusedSubmission };

/**
 * Makes a case of a draft, in the caller's transaction: case, application, event, log entry and jobs, all or none.
 * The draft is the key: sent twice, or twice at once, the answer is the same receipt. Only after the transaction is
 * committed may anybody say «received». Throws `not-found` for a draft that the principal can't see.
 */
export async function submitApplication(
  tx: Tx,
  counter: Counter,
  portal: Portal,
  draftId: string,
  at: Temporal.Instant,
): Promise<Submitted> {
  const submission = await readForSubmission(tx, counter.documents, draftId, at);
  if (submission.kind === 'closed') return { kind: 'received', receipt: await receiptOf(tx, counter, draftId) };
  if (submission.kind === 'refused') return { kind: 'refused', refusal: submission };
  const { pinned, workingDays } = counter.terms(submission, portal);
  const today = at.toZonedDateTimeISO(portal.timeZone).toPlainDate();
  const id = newId<'case'>();
  const number = newCaseNumber(portal.key, today.year);
  const code = codeOf(counter.codeKey, id);
  const fresh: FreshCase = {
    id,
    number,
    draftId,
    token: tokenOf(number, code),
    portal: portal.key,
    service: submission.serviceKey,
    authorityId: submission.authorityId,
    personId: submission.personId ?? null,
    formVersionId: submission.formVersionId,
    pinned,
    language: submission.language,
    level: submission.level,
    delivery: submission.delivery,
    receivedAt: at.toString(),
    dueOn: addWorkingDays(today, workingDays, portal).toString(),
  };
  await insertCase(tx, fresh);
  await sealApplication(tx, counter, fresh, submission);
  await appendEvent(tx, id, 1, at, { kind: 'received', delivery: submission.delivery });
  await closeDraft(tx, draftId, at);
  const ids = { caseId: id, authorityId: fresh.authorityId };
  await askForJob(tx, 'write-receipt', ids);
  await recordActs(tx, at, [
    {
      chain: pinned.authorityKey,
      act: 'application.submitted',
      authorityId: fresh.authorityId,
      subject: { kind: 'case', id },
      ...(fresh.personId && { personId: fresh.personId }),
    },
  ]);
  return { kind: 'received', receipt: { caseId: id, number, code } };
}

async function sealApplication(tx: Tx, counter: Counter, fresh: FreshCase, submission: ReadySubmission): Promise<void> {
  const { box, wrappedKey } = await counter.documents.handOver(tx, {
    draftId: fresh.draftId,
    caseId: fresh.id,
    authorityId: fresh.authorityId,
  });
  const application: Application = {
    answers: submission.answers,
    summary: submission.summary,
    files: submission.files,
    label: submission.label,
    ...(submission.email && { email: submission.email }),
  };
  await insertParticipants(tx, fresh, {
    label: box.sealJson(application.label, 'label'),
    wrappedKey,
    application: box.sealJson(application, 'application'),
  });
  const words = [
    application.label,
    fresh.number,
    ...Object.values(submission.answers).filter((value) => typeof value === 'string'),
  ];
  await insertTerms(tx, fresh.id, fresh.authorityId, termsOf(counter.termKey, fresh.authorityId, words));
}

/** The receipt of a draft that was sent before. Throws `not-found` when it was not sent, or is not one's own. */
export async function receiptOf(tx: Tx, counter: Pick<Counter, 'codeKey'>, draftId: string): Promise<Receipt> {
  const record = await caseByDraft(tx, draftId);
  if (!record) throw new HallFailure('not-found', 404, 'no case was made from this draft');
  return receiptFor(record, counter.codeKey);
}

export const receiptFor = (record: Pick<CaseRecord, 'id' | 'number'>, codeKey: Buffer): Receipt => ({
  caseId: record.id,
  number: record.number,
  code: codeOf(codeKey, record.id),
});
