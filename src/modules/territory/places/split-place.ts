import { EVERYDAY_NAMES } from './everyday-names.ts';
import { foldTyped } from './fold.ts';
import { lookUp, lookUpExactly, type Near, type PlaceAnswer } from './look-up.ts';
import type { PlaceIndex } from './place-index.ts';

/** Words before which a place stands. */
const BEFORE_A_PLACE = new Set(
  'in bei von aus nach für fuer zu à a au aux de da di en pour per at for near im am'.split(' '),
);
const MOST_WORDS_OF_A_NAME = 4;
const MOST_WORDS = 24;

/**
 * What was typed into the search, taken apart: «hund anmelden 8750» is about a dog, in Glarus. A word is a place only
 * when nothing else is likely: a postcode; a name behind «in»; a name at the end or the beginning that is no everyday
 * word. `place` is absent where none was typed.
 */
export function splitPlace(index: PlaceIndex, typed: string, near?: Near): { words: string; place?: PlaceAnswer } {
  const words = typed.trim().split(/\s+/).slice(0, MOST_WORDS);
  const found = byPostcode(index, words, near) ?? byPreposition(index, words, near) ?? byPosition(index, words, near);
  if (!found) return { words: words.join(' ') };
  const rest = [...words.slice(0, found.from), ...words.slice(found.to)];
  return { words: rest.join(' '), place: found.place };
}

interface Spot {
  from: number;
  to: number;
  place: PlaceAnswer;
}

function byPostcode(index: PlaceIndex, words: readonly string[], near?: Near): Spot | undefined {
  for (const [at, word] of words.entries()) {
    if (!/^\d{4,5}$/.test(word.replace(/[,.;]$/, ''))) continue;
    const place = lookUp(index, word, near);
    if (place.kind === 'unknown') continue;
    // «8750 Glarus»: the name behind belongs to it.
    for (let length = Math.min(MOST_WORDS_OF_A_NAME, words.length - at - 1); length > 0; length--) {
      const name = words.slice(at + 1, at + 1 + length).join(' ');
      if (exact(index, name, near))
        return { from: startOf(words, at), to: at + 1 + length, place: lookUp(index, `${word} ${name}`, near) };
    }
    return { from: startOf(words, at), to: at + 1, place };
  }
  return undefined;
}

function byPreposition(index: PlaceIndex, words: readonly string[], near?: Near): Spot | undefined {
  for (const [at, word] of words.entries()) {
    if (!BEFORE_A_PLACE.has(word.toLowerCase()) || at + 1 >= words.length) continue;
    for (let length = Math.min(MOST_WORDS_OF_A_NAME, words.length - at - 1); length > 0; length--) {
      const name = words.slice(at + 1, at + 1 + length).join(' ');
      const place = exact(index, name, near);
      // «in Bauen» means the village only where it lies near; «de chien» is never a place.
      if (place && (!EVERYDAY_NAMES.has(foldTyped(name)) || isNear(place, near)) && isLikely(word, place, near))
        return { from: at, to: at + 1 + length, place };
    }
  }
  return undefined;
}

/** «de», «a», «pour» stand before anything: there a place must lie in the portal's own region. */
const WEAK = new Set('de da di a au aux für fuer pour per for zu von aus'.split(' '));
const isLikely = (word: string, place: PlaceAnswer, near?: Near): boolean =>
  !WEAK.has(word.toLowerCase()) || isNear(place, near);

function byPosition(index: PlaceIndex, words: readonly string[], near?: Near): Spot | undefined {
  for (let length = Math.min(MOST_WORDS_OF_A_NAME, words.length); length > 0; length--)
    for (const from of new Set([words.length - length, 0])) {
      const name = words.slice(from, from + length).join(' ');
      const place = isName(name) ? exact(index, name, near) : undefined;
      if (place) return { from, to: from + length, place };
    }
  return undefined;
}

const isName = (name: string): boolean => {
  const folded = foldTyped(name);
  return folded.length >= 3 && !EVERYDAY_NAMES.has(folded);
};

const startOf = (words: readonly string[], at: number): number =>
  at > 0 && BEFORE_A_PLACE.has((words[at - 1] as string).toLowerCase()) ? at - 1 : at;

/** A whole name, in the country where it is asked; the beginning of one is not enough here. */
function exact(index: PlaceIndex, name: string, near?: Near): PlaceAnswer | undefined {
  const place = lookUpExactly(index, name.replace(/[,.;?!]+$/, ''), near);
  if (!place || place.kind === 'unknown') return undefined;
  const one = place.kind === 'found' ? place.municipality : place.candidates[0]?.municipality;
  return !near || one?.country === near.country ? place : undefined;
}

function isNear(place: PlaceAnswer, near?: Near): boolean {
  if (!near) return false;
  const all = place.kind === 'found' ? [place] : place.kind === 'ambiguous' ? place.candidates : [];
  return all.some(({ municipality }) => municipality.country === near.country && municipality.region === near.region);
}
