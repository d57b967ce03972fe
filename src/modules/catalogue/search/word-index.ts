import type { Language } from '../../../platform/i18n/language.ts';
import { createSplitter, type Splitter } from './compounds.ts';
import { wordsIn } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
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
const SATURATION = 1.6;
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
  const frequencies: Map<number, number>[] = [];
  const names: number[][][] = Array.from({ length: unitCount }, () => []);
  for (const { unit, words, weight, isName } of worded) {
    const share = weight / (1 - LENGTH_SHARE + (LENGTH_SHARE * words.length) / USUAL_LENGTH);
    const add = (term: string, part: number) => {
      const id = idOf(term);
      const found = frequencies[id] ?? new Map<number, number>();
      found.set(
        unit,
        Math.max(found.get(unit) ?? 0, share * part) + Math.min(found.get(unit) ?? 0, share * part) * 0.2,
      );
      frequencies[id] = found;
    };
    for (const word of words) {
      add(stem(word, language), 1);
      eachPart(splitter, word, 1, (part, worth) => add(stem(part, language), worth));
    }
    if (isName && words.length > 0) names[unit]?.push([...new Set(words.map((word) => idOf(stem(word, language))))]);
  }
  // Words of the lexicon are known too, so that a slip in one of them is understood.
  for (const { say } of lexicon.concepts) for (const phrase of say) for (const term of phrase) idOf(term);
  return { language, splitter, lexicon, ...postingsOf(ids, frequencies, unitCount), ...namesOf(names) };
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

function postingsOf(
  ids: Map<string, number>,
  frequencies: readonly (Map<number, number> | undefined)[],
  unitCount: number,
) {
  const size = ids.size;
  const total = frequencies.reduce((sum, each) => sum + (each?.size ?? 0), 0);
  const starts = new Uint32Array(size + 1);
  const units = new Uint16Array(total);
  const weights = new Float32Array(total);
  const idf = new Float32Array(size);
  let at = 0;
  for (let id = 0; id < size; id++) {
    starts[id] = at;
    const found = frequencies[id];
    idf[id] = Math.log(1 + (unitCount - (found?.size ?? 0) + 0.5) / ((found?.size ?? 0) + 0.5));
    for (const [unit, frequency] of found ?? []) {
      units[at] = unit;
      weights[at] = frequency / (SATURATION + frequency);
      at++;
    }
  }
  starts[size] = at;
  return { vocabulary: createVocabulary([...ids.keys()]), starts, units, weights, idf };
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
