import { isId } from '../../../platform/crypto/ids.ts';
import { isMomentText } from '../../../platform/db/moment-text.ts';
import type { Answer } from '../../../platform/http/answer.ts';
import { notFound } from '../../../platform/http/failure.ts';
import type { Route } from '../../../platform/http/route.ts';
import { routes } from '../../../routes.ts';
import { isEnough, stepUp, type Visit } from '../../identity/index.ts';
import type { MailboxWiring } from '../mailbox.ts';
import { type Cursor, SHOWN, type Shown } from '../message-store.ts';
import { readBy } from '../read-by-person.ts';
import { mailboxPageOf } from '../read-messages.ts';
import { mailboxPage } from './mailbox-page.ts';
import { messagePage } from './message-page.ts';
import { openForVisitor } from './open-message.ts';
import { sendAnswer } from './send-answer.ts';

export function mailboxRoutes(wiring: MailboxWiring): Route<Visit>[] {
  return [
    {
      method: 'GET',
      path: routes.portal.mailbox,
      access: 'mailbox.read',
      handle: (visit) => showMailbox(wiring, visit),
    },
    {
      method: 'GET',
      path: routes.portal.message,
      access: 'mailbox.read',
      handle: (visit) => showMessage(wiring, visit),
    },
    {
      method: 'POST',
      path: routes.portal.message,
      access: 'message.write',
      raw: true,
      handle: (visit) => sendAnswer(wiring, visit),
    },
  ];
}

async function showMailbox(wiring: MailboxWiring, visit: Visit): Promise<Answer> {
  const personId = visit.session?.personId;
  if (personId === undefined) throw notFound();
  const shown = (SHOWN as readonly string[]).includes(visit.query.show ?? '') ? (visit.query.show as Shown) : 'all';
  const after = cursorOf(visit);
  const found = await visit.database.transaction(visit.principal, (tx) =>
    mailboxPageOf(tx, wiring.documents, personId, shown, after),
  );
  const nameOf = (authorityId: string) => wiring.authorityOf(authorityId, visit.language)?.name ?? '';
  return mailboxPage(visit, found, { shown, isFirst: after === undefined, nameOf });
}

/** Where the list goes on, as an earlier page has written it into the address; anything else is the first page. */
function cursorOf({ query }: Visit): Cursor | undefined {
  const { before = '', id = '' } = query;
  return isMomentText(before) && isId(id) ? { writtenAt: before, id } : undefined;
}

/** Reading one's message for the first time is recorded: from then on nobody can say that it was not seen. */
async function showMessage(wiring: MailboxWiring, visit: Visit): Promise<Answer> {
  const { message: id = '' } = visit.params;
  if (!isId(id)) throw notFound();
  const open = await visit.database.transaction(visit.principal, async (tx) => {
    const found = await openForVisitor(tx, wiring, visit, id);
    if (isEnough(visit.session?.level, found.level)) await readBy(tx, wiring, found.message.id);
    return found;
  });
  return stepUp(visit, open.level) ?? messagePage(visit, open);
}
