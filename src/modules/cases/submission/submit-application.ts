import { newId } from '../../../platform/crypto/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { HallFailure } from '../../../platform/http/failure.ts';
import { recordActs } from '../../audit/index.ts';
import type { Documents } from '../../documents/index.ts';
import { closeDraft, type ReadySubmission, type RefusedSubmission, readForSubmission } from '../../forms/index.ts';
import type { Profile } from '../../identity/index.ts';
import type { Portal } from '../../territory/index.ts';
import type { Application, CaseRecord, Pinned } from '../case-record.ts';
import { caseByDraft, type FreshCase, insertApplication, insertCase } from '../case-store.ts';
import { appendEvent } from '../event-store.ts';
import { termsOf } from '../lists/case-terms.ts';
import { codeOf, newCaseNumber, tokenOf } from './case-number.ts';
import { addWorkingDays } from './due-date.ts';

export interface Counter {
  documents: Documents;
  /** 32 bytes: status codes are derived from it. */
  codeKey: Buffer;
  /** 32 bytes: words of an authority's cases are hashed under it. */
  termKey: Buffer;
  /** What providers have said about the person whom the transaction runs for. */
  profileOf(tx: Tx, personId: string): Promise<Profile>;
}

export interface Receipt {
  caseId: string;
  number: string;
  /** With the number it shows the status without an account. */
  code: string;
}

export type Submitted = { kind: 'received'; receipt: Receipt } | { kind: 'refused'; refusal: RefusedSubmission };

/**
 * Makes a case of a draft, in the caller's transaction: case, application, event and log entry, all or none.
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
  const receipt = await receive(tx, counter, { portal, draftId, submission, at });
  return { kind: 'received', receipt };
}

/** Keeps what a draft said as a case. The second of two that try it with one draft at once waits, then fails. */
export async function receive(
  tx: Tx,
  counter: Counter,
  {
    portal,
    draftId,
    submission,
    at,
  }: { portal: Portal; draftId: string; submission: ReadySubmission; at: Temporal.Instant },
): Promise<Receipt> {
  const today = at.toZonedDateTimeISO(portal.timeZone).toPlainDate();
  const id = newId<'case'>(at.epochMilliseconds);
  const number = newCaseNumber(portal.key, today.year);
  const code = codeOf(counter.codeKey, id);
  const { serviceKey: service, authorityId, formVersionId, language, level, delivery } = submission;
  const fresh: FreshCase = {
    id,
    number,
    draftId,
    token: tokenOf(number, code),
    portal: portal.key,
    service,
    authorityId,
    personId: submission.personId ?? null,
    formVersionId,
    pinned: pinnedOf(submission),
    language,
    level,
    delivery,
    receivedAt: at.toString(),
    dueOn: addWorkingDays(today, submission.workingDays, portal).toString(),
  };
  await insertCase(tx, fresh);
  await sealApplication(tx, counter, fresh, submission);
  await appendEvent(tx, fresh, 1, at, { kind: 'received', delivery });
  await closeDraft(tx, draftId, at);
  await recordActs(tx, at, [
    {
      chain: submission.authorityKey,
      act: 'application.submitted',
      authorityId,
      subject: { kind: 'case', id },
      ...(fresh.personId && { personId: fresh.personId }),
    },
  ]);
  return { caseId: id, number, code };
}

const pinnedOf = ({ authorityKey, place, versions, fee }: ReadySubmission): Pinned => ({
  authorityKey,
  place,
  versions,
  ...(fee && { fee }),
});

async function sealApplication(tx: Tx, counter: Counter, fresh: FreshCase, submission: ReadySubmission): Promise<void> {
  const { box, wrappedKey } = await counter.documents.handOver(tx, {
    draftId: fresh.draftId,
    caseId: fresh.id,
    authorityId: fresh.authorityId,
  });
  const verified = fresh.personId ? verifiedOf(await counter.profileOf(tx, fresh.personId)) : [];
  const application: Application = {
    answers: submission.answers,
    summary: submission.summary,
    files: submission.files,
    label: submission.label,
    verified,
    ...(submission.email && { email: submission.email }),
  };
  const words = [
    application.label,
    fresh.number,
    ...Object.values(submission.answers).filter((value) => typeof value === 'string'),
  ];
  await insertApplication(tx, fresh, {
    label: box.sealJson(application.label, 'label'),
    wrappedKey,
    application: box.sealJson(application, 'application'),
    terms: termsOf(counter.termKey, fresh.authorityId, words),
  });
}

/** What the authority may rely on, with who said it, how surely and when. */
const verifiedOf = (profile: Profile): Application['verified'] =>
  Object.entries(profile).map(([name, { value, source, level, at }]) => ({
    name,
    value,
    source,
    level,
    at: at.toString(),
  }));

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
