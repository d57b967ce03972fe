import type { Clock } from '../../platform/clock/clock.ts';
import type { Database, Tx } from '../../platform/db/database.ts';
import type { Route } from '../../platform/http/route.ts';
import type { Language } from '../../platform/i18n/language.ts';
import type { Job } from '../../platform/jobs/worker.ts';
import type { Documents } from '../documents/index.ts';
import type { AssuranceLevel, Limiter, SendMail, Visit } from '../identity/index.ts';
import type { Message, NewMessage } from './message.ts';
import { countUnread, deleteOfCase } from './message-store.ts';
import { notifyJob } from './notify.ts';
import { mailboxRoutes } from './pages/routes.ts';
import { type Asked, type TakenAnswer, takeAnswer } from './pages/take-answer.ts';
import { readBy } from './read-by-person.ts';
import { messagesOfCase } from './read-messages.ts';
import { sendMessage } from './send-message.ts';

/** Where a notice goes: never more than that there is something, so nothing of the case is in here. */
export interface NoticeAddress {
  email: string;
  language: Language;
  portalName: string;
  /** Where to look: the mailbox for who has an account, the status page for who has not. */
  href: string;
}

export interface MailboxWiring {
  documents: Documents;
  database: Database;
  clock: Clock;
  sendMail: SendMail;
  limiter: Limiter;
  /** Who writes and where it is logged; from the territory. */
  authorityOf(authorityId: string, language: Language): { key: string; name: string } | undefined;
  /** Where the person of a case is reached; undefined when no address is known. Supplied by cases. */
  noticeAddressOf(tx: Tx, caseId: string): Promise<NoticeAddress | undefined>;
  /** How surely somebody must be known to read the messages of a case. Supplied by cases. */
  levelOf(tx: Tx, caseId: string): Promise<AssuranceLevel>;
  /** Somebody has answered what the authority asked, in the same transaction. Supplied by cases. */
  onAnswer(
    tx: Tx,
    answer: { caseId: string; text: string; fileIds: readonly string[]; at: Temporal.Instant },
  ): Promise<void>;
}

/** The module, wired. */
export interface Mailbox {
  /** `mailbox` and `message` of the account. */
  routes: Route<Visit>[];
  /** Writes a message; one from the authority also asks for a notice by e-mail. */
  sendMessage(tx: Tx, message: NewMessage): Promise<{ id: string }>;
  /** All messages of a case, oldest first, at most 200. */
  messagesOfCase(tx: Tx, caseId: string): Promise<Message[]>;
  /** Read by the person it was written to: recorded. Twice is the same as once. */
  markRead(tx: Tx, messageId: string): Promise<void>;
  /** Reads an answer from the form with `answerFields`, files as they stream in, and sends it once. */
  takeAnswer(visit: Visit, asked: Asked): Promise<TakenAnswer>;
  /** How many messages of the authority wait to be read; counted up to 100. */
  unreadOf(tx: Tx, personId: string): Promise<number>;
  /** When a case is deleted: its messages go too. */
  forgetMessages(tx: Tx, caseId: string): Promise<void>;
  jobs: Record<'notify', Job>;
}

export function createMailbox(wiring: MailboxWiring): Mailbox {
  const { documents, clock } = wiring;
  return {
    routes: mailboxRoutes(wiring),
    sendMessage: (tx, message) => sendMessage(tx, documents, message, clock.now()),
    messagesOfCase: (tx, caseId) => messagesOfCase(tx, documents, caseId),
    markRead: (tx, messageId) => readBy(tx, wiring, messageId),
    takeAnswer: (visit, asked) => takeAnswer(wiring, visit, asked),
    unreadOf: countUnread,
    async forgetMessages(tx, caseId) {
      await deleteOfCase(tx, caseId);
    },
    jobs: { notify: notifyJob(wiring) },
  };
}
