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

/** One address and nothing else: no name, no list, no comment, no white space. @see RFC 5321 §4.1.2, without quoting */
const ADDRESS =
  /^[^\s@<>(),;:\\"[\]\p{C}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

export const isAddress = (text: string): boolean => text.length <= 254 && ADDRESS.test(text);

/** One line: whatever could begin a header of its own becomes a blank. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200);
