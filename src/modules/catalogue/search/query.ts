import { stem } from './stem.ts';
import { eachPart, type WordIndex } from './word-index.ts';

/** A term that may stand for what was typed, and how sure that is. */
interface Reading {
  id: number;
  worth: number;
}

/** One typed word: what counts is its best reading in a unit. */
export interface Slot {
  weight: number;
  readings: readonly Reading[];
}

const WORTH = {
  means: 0.6,
  prefix: 0.72,
  oneSlip: 0.75,
  twoSlips: 0.55,
  partOfKnown: 0.22,
  partOfUnknown: 0.8,
} as const;
const WEAK = 0.35;
/** A word that a phrase of several words explains says less by itself. */
const EXPLAINED = 0.7;
const MOST_PREFIXED = 24;
const LEAST_PREFIX = 3;
const MOST_SLIPS_FOUND = 4;
const LEAST_EDGE = 4;
const MOST_WORDS = 12;

export const hasPostings = (index: WordIndex, id: number): boolean =>
  (index.starts[id + 1] as number) > (index.starts[id] as number);

const known = (index: WordIndex, word: string): number | undefined => index.vocabulary.idOf(stem(word, index.language));

/** The language knows `word`: it stands in a name or in the lexicon, or is made of such words. */
export const isKnown = (index: WordIndex, word: string): boolean =>
  known(index, word) !== undefined || index.lexicon.ignored.has(word) || index.splitter.split(word).length > 0;

export interface Asking {
  /** Folded words, without those that say nothing. */
  words: readonly string[];
  /** No language of the portal knows it: look for slips. */
  isUnknown(word: string): boolean;
}

/** How `words` can be read in the language of `index`. */
export function slotsOf(index: WordIndex, asking: Asking): Slot[] {
  const { words } = asking;
  const corrected = words.map((word) => (asking.isUnknown(word) ? slipsOf(index, word) : [{ word, worth: 1 }]));
  const { meanings, explained } = meaningsOf(index, corrected);
  return words.flatMap((word, at) => {
    const stemmed = stem(word, index.language);
    const weight = index.lexicon.weak.has(stemmed) ? WEAK : 1;
    const literal = explained.has(at) ? EXPLAINED : 1;
    const readings = new Map<number, number>();
    const read = (id: number | undefined, worth: number) => {
      if (id !== undefined && hasPostings(index, id)) readings.set(id, Math.max(worth, readings.get(id) ?? 0));
    };
    const more: Slot[] = [];
    for (const each of corrected[at] ?? []) {
      const id = known(index, each.word);
      read(id, each.worth * literal);
      more.push(
        ...partSlots(index, each.word, weight * each.worth * literal, id !== undefined && hasPostings(index, id)),
      );
    }
    const isLast = at === words.length - 1;
    if (word.length >= LEAST_PREFIX && (isLast || readings.size === 0)) prefixed(index, word, literal, read);
    for (const { id, worth } of meanings.get(at) ?? []) read(id, worth);
    const own: Slot = { weight, readings: [...readings].map(([id, worth]) => ({ id, worth })) };
    // A word without a reading counts too: what was typed is then covered only in part.
    return own.readings.length > 0 || more.length === 0 ? [own, ...more] : more;
  });
}

/** Terms that begin with what was typed: somebody is still typing, or the inflection is unusual. */
function prefixed(index: WordIndex, word: string, literal: number, read: (id: number, worth: number) => void): void {
  const stemmed = stem(word, index.language);
  for (const beginning of new Set([word, stemmed]))
    for (const id of index.vocabulary.startingWith(beginning, MOST_PREFIXED)) {
      const share = beginning.length / index.vocabulary.term(id).length;
      if (share < 1) read(id, WORTH.prefix * literal * (0.45 + 0.55 * share));
    }
}

/** The parts of a compound are asked for by themselves; hardly, where the compound itself is known. */
function partSlots(index: WordIndex, word: string, weight: number, isWholeKnown: boolean): Slot[] {
  const slots: Slot[] = [];
  const worth = isWholeKnown ? WORTH.partOfKnown : WORTH.partOfUnknown;
  eachPart(index.splitter, word, 1, (part, share) => {
    const stemmed = stem(part, index.language);
    const id = index.vocabulary.idOf(stemmed);
    const readings: Reading[] = [];
    if (id !== undefined && hasPostings(index, id)) readings.push({ id, worth: 1 });
    const isWeak = index.lexicon.weak.has(stemmed);
    for (const each of meaningsOfStems(index, new Set([stemmed]))) readings.push(each);
    if (readings.length > 0) slots.push({ weight: weight * worth * share * 1.5 * (isWeak ? WEAK : 1), readings });
  });
  return slots;
}

/** The words that may have been meant by a mistyped one, and how sure that is. */
function slipsOf(index: WordIndex, word: string): { word: string; worth: number }[] {
  if (word.length < 4 || /^\d/.test(word)) return [{ word, worth: 1 }];
  const slips = (typed: string) => {
    const distance = typed.length >= 8 ? 2 : 1;
    return index.vocabulary.near(typed, distance).map(({ id, distance: edits }) => ({
      word: index.vocabulary.term(id),
      worth: edits <= 1 ? WORTH.oneSlip : WORTH.twoSlips,
    }));
  };
  const stemmed = stem(word, index.language);
  const found = slips(stemmed);
  if (found.length === 0 && word !== stemmed) found.push(...slips(word));
  if (found.length > 0) {
    const best = Math.max(...found.map(({ worth }) => worth));
    return found.filter(({ worth }) => worth === best).slice(0, MOST_SLIPS_FOUND);
  }
  return slippedCompound(index, word, slips);
}

/** «hundeanmeldug»: one part is known, the other is nearly. */
function slippedCompound(index: WordIndex, word: string, slips: (typed: string) => { word: string; worth: number }[]) {
  for (let at = word.length - 4; at >= 4; at--) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (index.splitter.isWord(first)) {
      const found = slips(stem(second, index.language))[0];
      if (found) return [{ word: first, worth: 0.9 }, found];
    }
    if (index.splitter.isWord(second)) {
      const found = slips(stem(first, index.language))[0];
      if (found) return [found, { word: second, worth: 0.9 }];
    }
  }
  return edgesOf(index, word);
}

/** «swimmingpool»: of an unknown compound at least the known end, or the known beginning. */
function edgesOf(index: WordIndex, word: string): { word: string; worth: number }[] {
  for (let at = 2; at <= word.length - LEAST_EDGE; at++)
    if (index.splitter.isWord(word.slice(at))) return [{ word: word.slice(at), worth: 0.6 }];
  for (let end = word.length - 2; end >= LEAST_EDGE; end--)
    if (index.splitter.isWord(word.slice(0, end))) return [{ word: word.slice(0, end), worth: 0.5 }];
  return [{ word, worth: 1 }];
}

/** Meanings by place of a word, and the places that a phrase of several words explains. */
function meaningsOf(index: WordIndex, corrected: readonly (readonly { word: string }[])[]) {
  const placesOf = new Map<string, number[]>();
  const note = (term: string, at: number) => {
    const before = placesOf.get(term);
    if (!before) placesOf.set(term, [at]);
    else if (!before.includes(at)) before.push(at);
  };
  corrected.forEach((words, at) => {
    for (const { word } of words) {
      note(stem(word, index.language), at);
      eachPart(index.splitter, word, 1, (part) => note(stem(part, index.language), at));
    }
  });
  const said = phrasesSaid(index, new Set(placesOf.keys()));
  const meanings = new Map<number, Reading[]>();
  const explained = new Set<number>();
  for (const { phrase, concept } of said) {
    const places = [...new Set(phrase.flatMap((term) => placesOf.get(term) ?? []))];
    const readings = readingsOf(index, concept.means);
    for (const at of places) {
      meanings.set(at, [...(meanings.get(at) ?? []), ...readings]);
      if (places.length > 1) explained.add(at);
    }
  }
  return { meanings, explained };
}

const meaningsOfStems = (index: WordIndex, stems: ReadonlySet<string>): Reading[] =>
  phrasesSaid(index, stems).flatMap(({ concept }) => readingsOf(index, concept.means));

interface Said {
  phrase: readonly string[];
  concept: WordIndex['lexicon']['concepts'][number];
}
const byFirst = new WeakMap<WordIndex['lexicon'], Map<string, Said[]>>();

function phrasesSaid(index: WordIndex, stems: ReadonlySet<string>): Said[] {
  let phrases = byFirst.get(index.lexicon);
  if (!phrases) {
    phrases = new Map();
    for (const concept of index.lexicon.concepts)
      for (const phrase of concept.say) {
        const first = phrase[0] as string;
        const before = phrases.get(first);
        if (before) before.push({ phrase, concept });
        else phrases.set(first, [{ phrase, concept }]);
      }
    byFirst.set(index.lexicon, phrases);
  }
  const known = phrases;
  return [...stems].flatMap((term) =>
    (known.get(term) ?? []).filter(({ phrase }) => phrase.every((each) => stems.has(each))),
  );
}

/** Official phrases as terms; a phrase of several words gives each of them less. */
function readingsOf(index: WordIndex, means: readonly (readonly string[])[]): Reading[] {
  return means.flatMap((phrase) =>
    phrase.flatMap((word) => {
      const worth = WORTH.means / Math.sqrt(phrase.length);
      const id = known(index, word);
      if (id !== undefined && hasPostings(index, id)) return [{ id, worth }];
      const parts: Reading[] = [];
      eachPart(index.splitter, word, 1, (part, share) => {
        const partId = known(index, part);
        if (partId !== undefined) parts.push({ id: partId, worth: worth * share });
      });
      return parts;
    }),
  );
}

/** Those of `words` that say something, at most twelve; all of them, if none does. */
export function askedWords(index: WordIndex, words: readonly string[]): readonly string[] {
  const left = words.filter((word) => !index.lexicon.ignored.has(word));
  return (left.length > 0 ? left : words).slice(0, MOST_WORDS);
}
