export { createMailbox, type Mailbox, type MailboxWiring, type NoticeAddress } from './mailbox.ts';
export type { Message, NewMessage } from './message.ts';
export { type AnswerDraft, answerField, answerFields } from './pages/answer-fields.ts';
