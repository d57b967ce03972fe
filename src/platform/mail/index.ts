export type { Mail, MailSealer } from './mail.ts';
export { outboxPage } from './outbox-page.ts';
export { queueMail } from './queue-mail.ts';
export { type MailWiring, mailJobs } from './send-mail.ts';
