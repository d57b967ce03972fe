import { createHash, hkdfSync, randomBytes } from 'node:crypto';

/** Crockford's letters: no I, L, O, U; what people read out is heard right. @see https://www.crockford.com/base32.html */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 28 letters of 5 bits are 140 bits: nobody finds one by trying. */
const LENGTH = 28;

/** `7K3M-9QXP-…`, seven groups of four. */
export function newCode(): string {
  const letters = Array.from(randomBytes(LENGTH), (byte) => LETTERS[byte & 31]).join('');
  return letters.match(/.{4}/g)?.join('-') ?? letters;
}

/** The code as somebody typed it, in one spelling; undefined when it can't be one. */
export function readCode(typed: string): string | undefined {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return letters.length === LENGTH && !letters.includes('U') ? letters : undefined;
}

/** Under which the letter is found. Says nothing about the key below. */
export const hashOfCode = (code: string): Buffer =>
  createHash('sha256').update(`schalterhalle letter\n${code}`).digest();

/** What seals the letter's statement: whoever has no code has no key, whatever else they have. */
export const keyOfCode = (code: string): Buffer =>
  Buffer.from(hkdfSync('sha256', code, '', 'schalterhalle letter statement', 32));
