import type { Language } from '../../../platform/i18n/language.ts';
import { createSplitter, type Splitter } from './compounds.ts';
import { wordsIn } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { Postings } from './postings.ts';
import { stem } from './stem.ts';
import type { UnitText } from './units.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/**
 * An inverted index of one language: for each term the units in which it stands, with a weight made at once (BM25F), in
 * typed arrays. Besides, for each unit its names as lists of terms, so that a name that was typed whole can win.
 */
export interface WordIndex {
  language: Language;
  vocabulary: Vocabulary;
  splitter: Splitter;
  lexicon: Lexicon;
  /** Where the postings of a term begin; one more than there are terms. */
  starts: Uint32Array;
  units: Uint16Array;
  weights: Float32Array;
  idf: Float32Array;
  /** Where the names of a unit begin in `nameStarts`; where the terms of a name begin in `nameTerms`. */
  unitNames: Uint32Array;
  nameStarts: Uint32Array;
  nameTerms: Uint32Array;
}

/** A part of a compound says less than a word that stands on its own; the head (last part) says more than the rest. */
const PART = 0.5;
const HEAD = 0.65;
const LENGTH_SHARE = 0.35;
const USUAL_LENGTH = 4;

export function buildWordIndex(
  texts: readonly UnitText[],
  unitCount: number,
  language: Language,
  lexicon: Lexicon,
): WordIndex {
  const worded = texts.map((each) => ({ ...each, words: meaningfulWords(each.text, language, lexicon) }));
  const alone = new Set(worded.flatMap(({ words }) => words));
  for (const { say, means } of lexicon.concepts)
    for (const phrase of [...say, ...means]) for (const w of phrase) alone.add(w);
  const splitter = createSplitter(
    language === 'de' ? [...alone, ...[...alone].map((word) => stem(word, language))] : [],
  );
  const ids = new Map<string, number>();
  const idOf = (term: string) => {
    const before = ids.get(term);
    if (before !== undefined) return before;
    ids.set(term, ids.size);
    return ids.size - 1;
  };
  const found = new Postings();
  const names: number[][][] = Array.from({ length: unitCount }, () => []);
  for (const { unit, words, weight, isName } of worded) {
    const share = weight / (1 - LENGTH_SHARE + (LENGTH_SHARE * words.length) / USUAL_LENGTH);
    for (const word of words) {
      found.add(idOf(stem(word, language)), unit, share);
      eachPart(splitter, word, 1, (part, worth) => found.add(idOf(stem(part, language)), unit, share * worth));
    }
    if (isName && words.length > 0) names[unit]?.push([...new Set(words.map((word) => idOf(stem(word, language))))]);
  }
  // Words of the lexicon are known too, so that a slip in one of them is understood.
  for (const { say } of lexicon.concepts) for (const phrase of say) for (const term of phrase) idOf(term);
  const { starts, units, weights, idf } = found.weigh(ids.size, unitCount);
  splitter.forget();
  return {
    language,
    splitter,
    lexicon,
    vocabulary: createVocabulary([...ids.keys()]),
    starts,
    units,
    weights,
    idf,
    ...namesOf(names),
  };
}

export const meaningfulWords = (text: string, language: Language, lexicon: Lexicon): string[] =>
  wordsIn(text, language).filter((word) => !lexicon.ignored.has(word));

/** The parts of a compound, and theirs: each with what it is worth. */
export function eachPart(
  splitter: Splitter,
  word: string,
  worth: number,
  see: (part: string, worth: number) => void,
): void {
  const parts = splitter.split(word);
  parts.forEach((part, at) => {
    const own = worth * (at === parts.length - 1 ? HEAD : PART);
    see(part, own);
    eachPart(splitter, part, own, see);
  });
}

function namesOf(names: readonly (readonly number[][])[]) {
  const unitNames = new Uint32Array(names.length + 1);
  const flat = names.flat();
  const nameStarts = new Uint32Array(flat.length + 1);
  const nameTerms = new Uint32Array(flat.reduce((sum, name) => sum + name.length, 0));
  let name = 0;
  let term = 0;
  names.forEach((ofUnit, unit) => {
    unitNames[unit] = name;
    for (const terms of ofUnit) {
      nameStarts[name++] = term;
      for (const id of terms) nameTerms[term++] = id;
    }
  });
  unitNames[names.length] = name;
  nameStarts[name] = term;
  return { unitNames, nameStarts, nameTerms };
}
