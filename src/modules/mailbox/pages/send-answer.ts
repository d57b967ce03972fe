import { isId } from '../../../platform/crypto/ids.ts';
import { type Answer, redirect } from '../../../platform/http/answer.ts';
import { HallFailure, notFound } from '../../../platform/http/failure.ts';
import { stepUp, type Visit } from '../../identity/index.ts';
import type { MailboxWiring } from '../mailbox.ts';
import { messagePage } from './message-page.ts';
import { messageAddress, openForVisitor } from './open-message.ts';
import { takeAnswer } from './take-answer.ts';

/** The answer to a message of the visitor's own mailbox, from its page. */
export async function sendAnswer(wiring: MailboxWiring, visit: Visit): Promise<Answer> {
  const { message: id = '' } = visit.params;
  if (!isId(id)) throw notFound();
  const { principal, database } = visit;
  wiring.limiter.take('write', visit.session?.personId ?? visit.address);
  const open = () => database.transaction(principal, (tx) => openForVisitor(tx, wiring, visit, id));
  const { message, level } = await open();
  const hindrance = stepUp(visit, level, messageAddress(visit, id));
  if (hindrance) return hindrance;
  if (!message.wantsAnswer || message.answeredAt !== null) return redirect(messageAddress(visit, id));
  const taken = await takeAnswer(wiring, visit, { principal, caseId: message.caseId, messageId: id });
  if (taken.kind === 'sent') return redirect(messageAddress(visit, id));
  const opened = await open();
  if (taken.kind === 'again') return withClose(messagePage(visit, opened, taken.draft), taken.isCutOff);
  if (opened.message.answeredAt !== null) return redirect(messageAddress(visit, id));
  throw new HallFailure('changed', 409, 'the case goes on without an answer');
}

/** A request that was not read to its end can't be followed by another on the same connection. */
function withClose(answer: Answer, isCutOff: boolean): Answer {
  if (answer.kind !== 'page' || !isCutOff) return answer;
  return { ...answer, headers: { ...answer.headers, connection: 'close' } };
}
