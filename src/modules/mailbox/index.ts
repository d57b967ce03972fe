export { createMailbox, type Mailbox, type MailboxWiring, type NoticeAddress } from './mailbox.ts';
export type { Message, NewMessage } from './message.ts';
export { paragraphs } from './pages/message-page.ts';
