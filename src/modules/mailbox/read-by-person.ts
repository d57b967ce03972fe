import type { Tx } from '../../platform/db/database.ts';
import { notFound } from '../../platform/http/failure.ts';
import { recordActs } from '../audit/index.ts';
import type { MailboxWiring } from './mailbox.ts';
import { markRead } from './message-store.ts';
import { messageById } from './read-messages.ts';

/** Marks the message as read and records it, once. Call it last in the transaction. */
export async function readBy(tx: Tx, wiring: MailboxWiring, messageId: string): Promise<void> {
  const at = wiring.clock.now();
  if (!(await markRead(tx, messageId, at))) return;
  const message = await messageById(tx, wiring.documents, messageId);
  const authority = message && wiring.authorityOf(message.authorityId, 'de');
  if (!message || !authority) throw notFound();
  await recordActs(tx, at, [
    {
      chain: authority.key,
      act: 'message.read',
      authorityId: message.authorityId,
      subject: { kind: 'message', id: messageId },
      ...(message.personId !== null && { personId: message.personId }),
    },
  ]);
}
