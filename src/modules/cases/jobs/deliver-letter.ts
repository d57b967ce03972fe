import { createHash } from 'node:crypto';
import type { Tx } from '../../../platform/db/database.ts';
import { HallFailure } from '../../../platform/http/failure.ts';
import type { CaseRecord } from '../case-record.ts';
import { caseById } from '../case-store.ts';
import { replay } from '../engine/case-state.ts';
import { eventsOf } from '../event-store.ts';
import { textsFor } from '../pages/texts/index.ts';
import { actOnCase } from '../workflow/act-on-case.ts';
import type { CaseJob } from './case-jobs.ts';

/**
 * Puts the letter into the mailbox. The message, the event that closes the case and the log entry are one transaction,
 * so that nothing is closed without a delivery. A letter that can't be opened, or nobody to deliver it to, is a failed
 * delivery: staff see it, and the case stays open.
 */
export async function deliverLetter({ desk, database, clock, principal, caseId }: CaseJob): Promise<void> {
  const { documents } = desk;
  const fail = (tx: Tx, why: string) =>
    actOnCase(tx, documents, clock.now(), { caseId, command: { kind: 'fail-delivery' }, words: { why } });
  await database.transaction(principal, async (tx) => {
    const record = await caseById(tx, caseId);
    const state = replay((await eventsOf(tx, caseId)).map(({ event }) => event));
    if (!record || state.status !== 'ready' || !state.isDispatched || !state.documentId) return;
    if (!record.personId) return void (await fail(tx, 'no-mailbox'));
    if (!(await opens(() => documents.readFile(tx, state.documentId ?? ''))))
      return void (await fail(tx, 'letter-unreadable'));
    const acted = await actOnCase(tx, documents, clock.now(), { caseId, command: { kind: 'deliver' } });
    if (acted.kind !== 'done') return;
    await desk.mailbox().sendMessage(tx, {
      ...noteOf(desk.surroundings.portal(record.portal).country, record),
      fileIds: [state.documentId],
    });
  });
}

/** Whether the letter can be read from its first to its last byte, as the person will. */
async function opens(read: () => Promise<{ bytes: AsyncIterable<Buffer> }>): Promise<boolean> {
  try {
    const hash = createHash('sha256');
    for await (const chunk of (await read()).bytes) hash.update(chunk);
    return true;
  } catch (error) {
    if (error instanceof HallFailure && (error.code === 'not-found' || error.code === 'unreadable')) return false;
    throw error;
  }
}

function noteOf(country: 'ch' | 'de', record: CaseRecord) {
  const t = textsFor(record.language, country).letter;
  return {
    caseId: record.id,
    authorityId: record.authorityId,
    personId: record.personId,
    from: 'authority',
    subject: t.subject(record.number),
    body: t.body,
    wantsAnswer: false,
  } as const;
}
