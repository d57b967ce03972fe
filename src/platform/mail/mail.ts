import type { Language } from '../i18n/language.ts';

/** One mail to one address. Plain text; personal matters are never put into a mail, only that there is something. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  language: Language;
}

/** Seals address and text in the database. */
export interface MailSealer {
  seal(plain: Buffer): Buffer;
  open(sealed: Buffer): Buffer;
}
