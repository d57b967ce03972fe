/**
 * German compounds taken apart: Wohnsitzbestätigung = Wohnsitz + s + Bestätigung. A part must be a word that stands
 * somewhere on its own; the fewest parts win, so that Ausweis stays one.
 */
export interface Splitter {
  /** The parts of `word` (folded), or none when it is no compound of known words. */
  split(word: string): readonly string[];
  isWord(part: string): boolean;
  /** Lets go of what was kept while an index was made. */
  forget(): void;
}

/** What may stand between two parts. */
const JOINTS = ['', 's', 'es', 'n', 'en', 'er', 'e'];
const LEAST = 4;
const SHORT = new Set(
  'amt bau ehe kfz lkw pkw rad tod zug weg gas bad see tag not ort hof rat tor uhr alg hort kita reh art arm alt erb abo eid'.split(
    ' ',
  ),
);
const LONGEST = 60;
const MOST_KEPT = 20_000;

export function createSplitter(words: Iterable<string>): Splitter {
  const known = new Set<string>();
  for (const word of words) if (word.length >= LEAST || SHORT.has(word)) known.add(word);
  const isWord = (part: string) => known.has(part);
  const kept = new Map<string, readonly string[]>();
  const split = (word: string): readonly string[] => {
    if (word.length < 2 * LEAST - 1 || word.length > LONGEST) return [];
    const before = kept.get(word);
    if (before) return before;
    const parts = partsOf(word, isWord);
    if (kept.size < MOST_KEPT) kept.set(word, parts);
    return parts;
  };
  return { split, isWord, forget: () => kept.clear() };
}

/** Fewest parts first: two, else three, else four. */
function partsOf(word: string, isWord: (part: string) => boolean): readonly string[] {
  for (let count = 2; count <= 4; count++) {
    const found = cutInto(count, word, isWord);
    if (found) return found;
  }
  return [];
}

/** Of several ways, the one whose last part is longest: the head of a compound says what it is. */
function cutInto(count: number, word: string, isWord: (part: string) => boolean): string[] | undefined {
  if (count === 1) return isWord(word) ? [word] : undefined;
  for (let end = 3; end <= word.length - 3; end++) {
    const first = word.slice(0, end);
    if (!isWord(first)) continue;
    for (const joint of JOINTS) {
      if (!word.startsWith(joint, end)) continue;
      const rest = cutInto(count - 1, word.slice(end + joint.length), isWord);
      if (rest) return [first, ...rest];
    }
  }
  return undefined;
}
