import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { LANGUAGES, type Language } from '../../../platform/i18n/language.ts';
import { ContentError } from '../../packs/index.ts';
import { wordsIn } from './fold.ts';
import { stem } from './stem.ts';

/**
 * The words by which people look for what offices call otherwise (`search-words.<language>.yaml`). `say` are everyday
 * phrases, `means` the official words; `same` are phrases that mean each other.
 */
export interface Lexicon {
  /** Folded words without a meaning of their own. */
  ignored: ReadonlySet<string>;
  /** Stems of words that say little: beantragen, brauchen. */
  weak: ReadonlySet<string>;
  concepts: readonly Concept[];
}

export interface Concept {
  /** Each phrase as its stems; it is said when all of them are in the query. */
  say: readonly (readonly string[])[];
  /** Each phrase as its folded words. */
  means: readonly (readonly string[])[];
}

export type Lexicons = Record<Language, Lexicon>;

interface File {
  ignored?: string;
  weak?: string;
  concepts?: { say?: string; means?: string; same?: string }[];
}

export function readLexicons(registers: string): Lexicons {
  return Object.fromEntries(
    LANGUAGES.map((language) => [language, readLexicon(join(registers, `search-words.${language}.yaml`), language)]),
  ) as Lexicons;
}

const phrases = (line: string | undefined, language: Language): string[][] =>
  (line ?? '')
    .split(',')
    .map((phrase) => wordsIn(phrase, language))
    .filter((phrase) => phrase.length > 0);

function readLexicon(path: string, language: Language): Lexicon {
  const file = readFile(path);
  const ignored = new Set(phrases(file.ignored, language).flat());
  const meaningful = (phrase: string[]) => {
    const left = phrase.filter((word) => !ignored.has(word));
    return left.length > 0 ? left : phrase;
  };
  const stems = (phrase: string[]) => meaningful(phrase).map((word) => stem(word, language));
  return {
    ignored,
    weak: new Set(phrases(file.weak, language).flatMap(stems)),
    concepts: (file.concepts ?? []).map(({ say, means, same }) => {
      const alike = phrases(same, language);
      return {
        say: [...phrases(say, language), ...alike].map(stems),
        means: [...phrases(means, language), ...alike].map(meaningful),
      };
    }),
  };
}

function readFile(path: string): File {
  try {
    return (parse(readFileSync(path, 'utf8'), { maxAliasCount: 0 }) ?? {}) as File;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new ContentError(`${path}: ${(error as Error).message}`);
  }
}
