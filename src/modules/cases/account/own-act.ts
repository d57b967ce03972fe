import { isId } from '../../../platform/crypto/ids.ts';
import type { Principal } from '../../../platform/db/principal.ts';
import type { Visit } from '../../identity/index.ts';
import type { AnswerDraft } from '../../mailbox/index.ts';
import type { CaseDesk } from '../cases.ts';
import { textsFor } from '../pages/texts/index.ts';
import { actOnCase } from '../workflow/act-on-case.ts';

/** What the one who applied can do with their case. */
export const OWN_ACTS = ['answer', 'correct', 'withdraw'] as const;
export type OwnAct = (typeof OWN_ACTS)[number];
/** Those that are words only. */
export type TypedAct = Exclude<OwnAct, 'answer'>;
export const isOwnAct = (asked: string): asked is OwnAct => OWN_ACTS.some((act) => act === asked);

export type OwnOutcome =
  | { kind: 'done' }
  /** The answer is not sent yet: files were laid to it, or something is wrong. */
  | { kind: 'answer'; messageId: string; draft: AnswerDraft; isCutOff: boolean }
  /** Nothing was typed where something is needed, or too much. */
  | { kind: 'typed'; act: TypedAct; wrong: 'missing' | 'too-long'; text: string }
  /** Meanwhile it is decided, withdrawn, or answered. `text` is kept. */
  | { kind: 'refused'; why: 'not-now'; text?: string };

const LONGEST = 4_000;

export async function ownAct(
  desk: CaseDesk,
  visit: Visit,
  { principal, caseId, act }: { principal: Principal; caseId: string; act: OwnAct },
): Promise<OwnOutcome> {
  if (act === 'answer') return answer(desk, visit, { principal, caseId });
  const text = String(visit.body.text ?? '').trim();
  if (text === '' && act !== 'withdraw') return { kind: 'typed', act, wrong: 'missing', text };
  if (text.length > LONGEST) return { kind: 'typed', act, wrong: 'too-long', text };
  const at = visit.clock.now();
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

/**
 * The answer to what the authority asked, with files: the mailbox keeps both and tells this module what follows from it,
 * in the same transaction. Which question it answers stands in the address, so that it is known before any file comes.
 */
async function answer(
  desk: CaseDesk,
  visit: Visit,
  { principal, caseId }: { principal: Principal; caseId: string },
): Promise<OwnOutcome> {
  const messageId = visit.query.message;
  if (!isId(messageId)) return { kind: 'refused', why: 'not-now' };
  const taken = await desk.mailbox().takeAnswer(visit, { principal, caseId, messageId });
  if (taken.kind === 'sent') return { kind: 'done' };
  if (taken.kind === 'late') return { kind: 'refused', why: 'not-now', text: taken.draft.text };
  return { kind: 'answer', messageId, draft: taken.draft, isCutOff: taken.isCutOff };
}
