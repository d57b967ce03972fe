import { createHash, createHmac, randomBytes } from 'node:crypto';

/** Crockford's letters: no I, L, O, U; what people read out is heard right. @see https://www.crockford.com/base32.html */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const spell = (bytes: Buffer, length: number): string =>
  Array.from({ length }, (_, index) => LETTERS[(bytes[index] as number) & 31]).join('');

/** `GL-26-7K3M-9QXP-2T`: portal, year, and 50 random bits. */
export function newCaseNumber(portal: string, year: number): string {
  const letters = spell(randomBytes(10), 10);
  const prefix = portal.slice(0, 2).toUpperCase().padEnd(2, 'X');
  return `${prefix}-${String(year % 100).padStart(2, '0')}-${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

/** The eight letters that, with the number, show the status to who has no account. The same each time for one case. */
export function codeOf(key: Buffer, caseId: string): string {
  const letters = spell(createHmac('sha256', key).update(`status code ${caseId}`).digest(), 8);
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** Number and code in one, as an id: 90 bits that nobody guesses. Typing differences don't matter. */
export function tokenOf(number: string, code: string): string {
  const typed = `${plain(number)}:${plain(code)}`;
  const bytes = createHash('sha256').update(`schalterhalle case ${typed}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** As it was typed, made comparable: O read as 0, I and L as 1, no blanks or dashes. */
const plain = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

/** Whether two numbers are the same but for the way they are typed. */
export const isSameNumber = (one: string, other: string): boolean => plain(one) === plain(other);
