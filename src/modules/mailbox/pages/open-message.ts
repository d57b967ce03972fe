import type { Tx } from '../../../platform/db/database.ts';
import { notFound } from '../../../platform/http/failure.ts';
import { routes, to } from '../../../routes.ts';
import type { Visit } from '../../identity/index.ts';
import type { MailboxWiring } from '../mailbox.ts';
import { messageById } from '../read-messages.ts';
import { answerField } from './answer-fields.ts';
import type { OpenMessage } from './message-page.ts';

/** Throws `not-found` when there is none, or it is somebody else's. */
export async function openForVisitor(tx: Tx, wiring: MailboxWiring, visit: Visit, id: string): Promise<OpenMessage> {
  const message = await messageById(tx, wiring.documents, id);
  if (!message || message.personId === null || message.personId !== visit.session?.personId) throw notFound();
  const files = await wiring.documents.filesOf(tx, { caseId: message.caseId });
  return {
    message,
    level: await wiring.levelOf(tx, message.caseId),
    authority: wiring.authorityOf(message.authorityId, visit.language)?.name ?? '',
    files: files.filter((file) => message.fileIds.includes(file.id)),
    attached: files.filter((file) => file.field === answerField(id)),
  };
}

export const messageAddress = (visit: Visit, id: string): string =>
  visit.root + to(routes.portal.message, { lang: visit.language, message: id });
