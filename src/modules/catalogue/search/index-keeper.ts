import { createHash } from 'node:crypto';
import type { Language } from '../../../platform/i18n/language.ts';
import type { Lexicon } from './lexicon.ts';
import type { UnitText } from './units.ts';
import { buildWordIndex, type WordIndex } from './word-index.ts';

/**
 * Keeps indexes by what is written in them: the portals of a country share one, and a change of content that touches no
 * text that is searched (a fee, an office) does not make a new one.
 */
export interface IndexKeeper {
  indexOf(texts: readonly UnitText[], unitCount: number, language: Language, lexicon: Lexicon): WordIndex;
}

const MOST_KEPT = 16;

export function createIndexKeeper(): IndexKeeper {
  const kept = new Map<string, WordIndex>();
  return {
    indexOf(texts, unitCount, language, lexicon) {
      const hash = createHash('sha256');
      for (const { unit, text, weight } of texts) hash.update(`${unit} ${weight} ${text}\n`);
      const key = `${language} ${unitCount} ${hash.digest('base64')}`;
      const index = kept.get(key) ?? buildWordIndex(texts, unitCount, language, lexicon);
      // The one used last goes to the end; the one at the beginning goes first.
      kept.delete(key);
      kept.set(key, index);
      for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
      return index;
    },
  };
}
