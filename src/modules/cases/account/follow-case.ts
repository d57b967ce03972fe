import type { Principal } from '../../../platform/db/principal.ts';
import type { StoredFile } from '../../documents/index.ts';
import type { Visit } from '../../identity/index.ts';
import type { Message } from '../../mailbox/index.ts';
import type { CaseDesk } from '../cases.ts';
import { type OpenCase, openOwnCase } from '../open-case.ts';

/** A case as the one who sent it sees it. */
export interface Followed {
  opened: OpenCase;
  messages: readonly Message[];
  files: readonly StoredFile[];
}

/** Undefined when it is not there, not theirs, or of another portal. Messages of the authority count as read. */
export async function followCase(
  desk: CaseDesk,
  visit: Visit,
  principal: Principal,
  caseId: string,
): Promise<Followed | undefined> {
  return visit.database.transaction(principal, async (tx) => {
    const opened = await openOwnCase(tx, desk.documents, caseId);
    if (!opened || opened.record.portal !== visit.portal.key) return undefined;
    const messages = await desk.mailbox().messagesOfCase(tx, caseId);
    const files = await desk.documents.filesOf(tx, { caseId });
    for (const { id, from, readAt } of messages)
      if (from === 'authority' && !readAt) await desk.mailbox().markRead(tx, id);
    return { opened, messages, files };
  });
}

/**
 * A letter counts from its delivery: before that, and when it goes by post, it is not here. One whose decision was taken
 * back never becomes theirs: only the letter of the decision that holds does.
 */
export const isTheirs = (
  file: { id: string; kind: string },
  record: { status: string; delivery: string },
  state: { documentId?: string },
): boolean =>
  file.kind !== 'letter' ||
  (record.status === 'closed' && record.delivery === 'mailbox' && file.id === state.documentId);
