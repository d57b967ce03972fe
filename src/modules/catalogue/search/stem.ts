import type { Language } from '../../../platform/i18n/language.ts';

/**
 * Light stemming of folded words: what inflection and the making of nouns from verbs add at the end is taken away
 * (Anmeldung, anmelden → anmeld), so that both meet. It need not be a word; it must be the same on both sides.
 */
interface Ending {
  /** Longest first. */
  endings: readonly string[];
  /** What has to remain. */
  least: number;
  rounds: number;
}

const ENDINGS: Record<Language, Ending> = {
  de: { endings: ['ungen', 'innen', 'ung', 'ern', 'end', 'em', 'en', 'er', 'es', 'e', 'n'], least: 4, rounds: 2 },
  fr: {
    endings: [
      'issements',
      'issement',
      'ations',
      'ation',
      'ements',
      'ement',
      'ables',
      'able',
      'euses',
      'euse',
      'eurs',
      'eur',
      'ives',
      'ive',
      'ions',
      'ion',
      'ites',
      'ite',
      'elles',
      'elle',
      'els',
      'ees',
      'ee',
      'ers',
      'er',
      'ez',
      'ir',
      'es',
      'e',
      's',
      'x',
    ],
    least: 4,
    rounds: 2,
  },
  it: {
    endings: [
      'azioni',
      'azione',
      'amenti',
      'amento',
      'imenti',
      'imento',
      'zioni',
      'zione',
      'arsi',
      'ersi',
      'irsi',
      'are',
      'ere',
      'ire',
      'ato',
      'ata',
      'ati',
      'ate',
      'a',
      'e',
      'i',
      'o',
    ],
    least: 3,
    rounds: 1,
  },
  en: {
    endings: ['ations', 'ation', 'ments', 'ment', 'ings', 'ing', 'ies', 'ied', 'ed', 'es', 'e', 's', 'y'],
    least: 3,
    rounds: 1,
  },
};

/** An s of the genitive or plural, only behind a letter that can bear it. @see Snowball, «German» */
const GERMAN_S = /[bdfghklmnrt]s$/;

export function stem(word: string, language: Language): string {
  if (/^\d/.test(word)) return word;
  const { endings, least, rounds } = ENDINGS[language];
  let left = word;
  for (let round = 0; round < rounds; round++) {
    const shorter = cut(left, endings, least, language);
    if (shorter === left) break;
    left = shorter;
  }
  return left;
}

function cut(word: string, endings: readonly string[], least: number, language: Language): string {
  for (const ending of endings)
    if (word.length - ending.length >= least && word.endsWith(ending)) return word.slice(0, -ending.length);
  if (language === 'de' && word.length > least && GERMAN_S.test(word)) return word.slice(0, -1);
  return word;
}
