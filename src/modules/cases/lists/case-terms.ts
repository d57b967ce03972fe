import { createHmac } from 'node:crypto';

const LONGEST_PREFIX = 12;
const SHORTEST_PREFIX = 3;
const MOST_TERMS = 400;

/** `Müller-Weiß` → `mueller`, `weiss`; also `7k3m`, `1987`. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
}

/**
 * Keyed hashes of the words of `texts` and of their prefixes, so that staff find a case by what stands in it while the
 * database knows no word. The key differs for each authority: the same name in two authorities has nothing in common.
 */
export function termsOf(key: Buffer, authorityId: string, texts: readonly string[]): Buffer[] {
  const terms = new Set<string>();
  for (const word of texts.flatMap(wordsOf)) {
    terms.add(word);
    for (let length = SHORTEST_PREFIX; length < Math.min(word.length, LONGEST_PREFIX); length++)
      terms.add(word.slice(0, length));
    if (terms.size > MOST_TERMS) break;
  }
  return [...terms].slice(0, MOST_TERMS).map((term) => termOf(key, authorityId, term));
}

/** The hash of one word or prefix as it was typed into a search. */
export const termOf = (key: Buffer, authorityId: string, word: string): Buffer =>
  createHmac('sha256', key)
    .update(`${authorityId} ${word.slice(0, 40)}`)
    .digest()
    .subarray(0, 8);
