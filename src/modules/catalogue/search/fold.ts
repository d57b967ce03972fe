import type { Language } from '../../../platform/i18n/language.ts';

const MARKS = /\p{M}+/gu;
/** ae, oe, ue for ä, ö, ü; not in «neue», «bauen», «Quelle», where the e stands for itself. */
const WRITTEN_OUT = /(?<![aeiouq])([aou])e/g;

/**
 * `text` in the letters in which words are compared: small, without accents, ß as ss. German umlauts are the same
 * whether written ü, ue or u, since people type all three.
 */
export function fold(text: string, language: Language): string {
  const plain = text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
  return language === 'de' ? plain.replace(WRITTEN_OUT, '$1') : plain;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** What stands before an apostrophe in French and Italian (l', d', qu', dell') is no word of its own. */
const ELISION = /\b(?:l|d|j|m|n|s|t|c|qu|jusqu|lorsqu|dell|all|nell|sull|un|dall|quest)['’ʼ]/g;

/** The words of `text`, folded, in their order; at most `MOST_WORDS`. */
export function wordsIn(text: string, language: Language): string[] {
  const folded = fold(text, language);
  const bare = language === 'fr' || language === 'it' ? folded.replace(ELISION, ' ') : folded;
  const found = bare.match(WORD) ?? [];
  return found.length > MOST_WORDS ? found.slice(0, MOST_WORDS) : found;
}

const MOST_WORDS = 400;
