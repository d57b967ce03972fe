import type { Tx } from '../../platform/db/database.ts';
import type { MailboxWiring } from './mailbox.ts';
import { findMessage, markAnswered } from './message-store.ts';
import { messageById } from './read-messages.ts';
import { sendMessage } from './send-message.ts';

export interface MessageAnswer {
  messageId: string;
  text: string;
  fileIds: readonly string[];
}

/** A person's answer, and what follows from it in the case, in one transaction. Sent twice, it is given once. */
export async function answerMessage(
  tx: Tx,
  wiring: Pick<MailboxWiring, 'documents' | 'onAnswer'>,
  answer: MessageAnswer,
  at: Temporal.Instant,
): Promise<'answered' | 'answered-before' | 'not-there'> {
  if (!(await markAnswered(tx, answer.messageId, at)))
    return (await findMessage(tx, answer.messageId))?.wants_answer ? 'answered-before' : 'not-there';
  const asked = await messageById(tx, wiring.documents, answer.messageId);
  if (!asked) return 'not-there';
  const { caseId, authorityId, personId, subject } = asked;
  const { text, fileIds } = answer;
  const reply = {
    caseId,
    authorityId,
    personId,
    subject,
    body: text,
    fileIds,
    from: 'person',
    wantsAnswer: false,
  } as const;
  await sendMessage(tx, wiring.documents, reply, at);
  await wiring.onAnswer(tx, { caseId, text, fileIds, at });
  return 'answered';
}
