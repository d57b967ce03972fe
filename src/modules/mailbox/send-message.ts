import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { askForJob } from '../../platform/jobs/outbox.ts';
import type { Documents } from '../documents/index.ts';
import type { NewMessage } from './message.ts';
import { insertMessage, type Written } from './message-store.ts';

/** Writes a message, sealed under the key of its case; for one from the authority, somebody is told. */
export async function sendMessage(
  tx: Tx,
  documents: Documents,
  message: NewMessage,
  at: Temporal.Instant,
): Promise<{ id: string }> {
  const id = newId<'message'>();
  const box = await documents.openBox(tx, { caseId: message.caseId });
  const written: Written = { subject: message.subject, body: message.body, fileIds: message.fileIds };
  const isFromAuthority = message.from === 'authority';
  await insertMessage(tx, {
    id,
    case_id: message.caseId,
    authority_id: message.authorityId,
    person_id: message.personId,
    direction: isFromAuthority ? 'from-authority' : 'from-person',
    sealed: box.sealJson(written, `message ${id}`),
    wants_answer: isFromAuthority && message.wantsAnswer,
    written_at: at.toString(),
  });
  if (isFromAuthority) await askForJob(tx, 'notify', { messageId: id, caseId: message.caseId });
  return { id };
}
