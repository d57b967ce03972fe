export type { Mailbox, MailboxWiring, NoticeAddress } from './mailbox.ts';
export type { Message, NewMessage } from './message.ts';
