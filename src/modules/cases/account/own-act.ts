import type { Principal } from '../../../platform/db/principal.ts';
import type { Visit } from '../../identity/index.ts';
import type { CaseDesk } from '../cases.ts';
import { textsFor } from '../pages/texts/index.ts';
import { actOnCase } from '../workflow/act-on-case.ts';

/** What the one who applied can do with their case. */
export const OWN_ACTS = ['answer', 'correct', 'withdraw'] as const;
export type OwnAct = (typeof OWN_ACTS)[number];
export const isOwnAct = (asked: string): asked is OwnAct => OWN_ACTS.some((act) => act === asked);

export type OwnOutcome =
  | { kind: 'done' }
  /** Nothing was typed where something is needed, or too much. */
  | { kind: 'typed'; act: OwnAct; wrong: 'missing' | 'too-long'; text: string }
  /** Meanwhile it is decided, withdrawn, or answered. `text` is kept. */
  | { kind: 'refused'; why: 'not-now'; text?: string };

const LONGEST = 4_000;

export async function ownAct(
  desk: CaseDesk,
  visit: Visit,
  { principal, caseId, act }: { principal: Principal; caseId: string; act: OwnAct },
): Promise<OwnOutcome> {
  const text = String(visit.body.text ?? '').trim();
  if (text === '' && act !== 'withdraw') return { kind: 'typed', act, wrong: 'missing', text };
  if (text.length > LONGEST) return { kind: 'typed', act, wrong: 'too-long', text };
  const at = visit.clock.now();
  if (act === 'answer') return answer(desk, visit, { principal, text });
  return visit.database.transaction(principal, async (tx) => {
    const wish = { caseId, command: { kind: act }, ...(text && { words: { text } }) };
    const acted = await actOnCase(tx, desk.documents, at, wish);
    if (acted.kind !== 'done') return { kind: 'refused', why: 'not-now', text } as const;
    if (act === 'correct')
      await desk.mailbox().sendMessage(tx, {
        caseId,
        authorityId: acted.record.authorityId,
        personId: acted.record.personId,
        from: 'person',
        subject: textsFor(acted.record.language, visit.portal.country).follow.correction,
        body: text,
        fileIds: [],
        wantsAnswer: false,
      });
    return { kind: 'done' } as const;
  });
}

/** The mailbox keeps the answer and tells this module what follows from it, in the same transaction. */
async function answer(
  desk: CaseDesk,
  visit: Visit,
  { principal, text }: { principal: Principal; text: string },
): Promise<OwnOutcome> {
  const messageId = String(visit.body.message ?? '');
  const outcome = await visit.database
    .transaction(principal, (tx) => desk.mailbox().answerMessage(tx, { messageId, text, fileIds: [] }))
    .catch((error: unknown) => {
      if ((error as { code?: string }).code === 'changed') return 'not-now' as const;
      throw error;
    });
  return outcome === 'answered' ? { kind: 'done' } : { kind: 'refused', why: 'not-now', text };
}
