import { newId } from '../crypto/ids.ts';
import type { Tx } from '../db/database.ts';
import { HallFailure } from '../http/failure.ts';
import { askForJob } from '../jobs/outbox.ts';
import { isAddress, type Mail, type MailSealer, oneLine } from './mail.ts';
import { insertMail } from './mail-store.ts';

/**
 * The mail goes out once this transaction is committed; if it is not, there is none. Throws `bad-address` for anything
 * but one plain address: forms ask `isAddress` first.
 */
export async function queueMail(tx: Tx, sealer: MailSealer, mail: Mail): Promise<void> {
  if (!isAddress(mail.to)) throw new HallFailure('bad-address', 400, 'not one plain e-mail address');
  const id = newId<'mail'>();
  const kept: Mail = { to: mail.to, subject: oneLine(mail.subject), text: mail.text, language: mail.language };
  await insertMail(tx, id, sealer.seal(Buffer.from(JSON.stringify({ id, ...kept }), 'utf8')));
  await askForJob(tx, 'send-mail', { mailId: id });
}

/** The mail that was sealed for row `id`; one that was moved to another row is not believed. */
export function openMail(sealer: MailSealer, id: string, sealed: Buffer): Mail {
  const { id: sealedFor, ...mail } = JSON.parse(sealer.open(sealed).toString('utf8')) as Mail & { id: string };
  if (sealedFor !== id) throw new Error('a sealed mail stands in the wrong row');
  return mail;
}
