/** All terms of an index, found exactly, by their beginning, or nearly. */
export interface Vocabulary {
  readonly size: number;
  idOf(term: string): number | undefined;
  term(id: number): string;
  /** Ids of terms that begin with `beginning`, at most `most`, shortest first. */
  startingWith(beginning: string, most: number): readonly number[];
  /** Terms within `distance` edits (a swap of neighbours is one), nearest first. */
  near(word: string, distance: number): readonly { id: number; distance: number }[];
}

const MOST_CANDIDATES = 60;

/** `terms` in the order of their ids. The index of letter triples is made when somebody first mistypes. */
export function createVocabulary(terms: readonly string[]): Vocabulary {
  const ids = new Map(terms.map((term, id) => [term, id]));
  const sorted = Uint32Array.from(terms.keys()).sort((a, b) => ((terms[a] as string) < (terms[b] as string) ? -1 : 1));
  let triples: Triples | undefined;
  return {
    size: terms.length,
    idOf: (term) => ids.get(term),
    term: (id) => terms[id] as string,
    startingWith(beginning, most) {
      const found: number[] = [];
      for (let at = firstFrom(terms, sorted, beginning); at < sorted.length && found.length < most * 4; at++) {
        const id = sorted[at] as number;
        if (!(terms[id] as string).startsWith(beginning)) break;
        found.push(id);
      }
      return found.sort((a, b) => (terms[a] as string).length - (terms[b] as string).length).slice(0, most);
    },
    near(word, distance) {
      triples ??= triplesOf(terms);
      return nearest(terms, triples, word, distance);
    },
  };
}

function firstFrom(terms: readonly string[], sorted: Uint32Array, beginning: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[sorted[middle] as number] as string) < beginning) low = middle + 1;
    else high = middle;
  }
  return low;
}

const TRIPLE = 3;
function eachTriple(word: string, see: (triple: string) => void): void {
  const framed = `^${word}$`;
  for (let at = 0; at + TRIPLE <= framed.length; at++) see(framed.slice(at, at + TRIPLE));
}

/** The ids of the terms that have a triple of letters, one list behind the other. */
interface Triples {
  listOf: ReadonlyMap<string, number>;
  starts: Uint32Array;
  ids: Uint32Array;
}

function triplesOf(terms: readonly string[]): Triples {
  const listOf = new Map<string, number>();
  const rows: number[] = [];
  const lists: number[] = [];
  terms.forEach((term, id) => {
    if (term.length < TRIPLE || /^\d/.test(term)) return;
    eachTriple(term, (triple) => {
      const list = listOf.get(triple) ?? listOf.size;
      listOf.set(triple, list);
      lists.push(list);
      rows.push(id);
    });
  });
  const starts = new Uint32Array(listOf.size + 1);
  for (const list of lists) starts[list + 1] = (starts[list + 1] as number) + 1;
  for (let list = 0; list < listOf.size; list++)
    starts[list + 1] = (starts[list + 1] as number) + (starts[list] as number);
  const next = starts.slice();
  const ids = new Uint32Array(rows.length);
  rows.forEach((id, row) => {
    const list = lists[row] as number;
    ids[next[list] as number] = id;
    next[list] = (next[list] as number) + 1;
  });
  return { listOf, starts, ids };
}

/** Candidates share letter triples with the word; the edits are counted only for those that share most. */
function nearest(terms: readonly string[], { listOf, starts, ids }: Triples, word: string, distance: number) {
  const shared = new Map<number, number>();
  eachTriple(word, (triple) => {
    const list = listOf.get(triple);
    if (list === undefined) return;
    const end = starts[list + 1] as number;
    for (let at = starts[list] as number; at < end; at++) {
      const id = ids[at] as number;
      if (Math.abs((terms[id] as string).length - word.length) > distance) continue;
      shared.set(id, (shared.get(id) ?? 0) + 1);
    }
  });
  return [...shared]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_CANDIDATES)
    .map(([id]) => ({ id, distance: editsBetween(word, terms[id] as string, distance) }))
    .filter((each) => each.distance <= distance)
    .sort((a, b) => a.distance - b.distance);
}

/** Insertions, deletions, substitutions and swaps of neighbours; `most + 1` when there are more than `most`. */
export function editsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let twoAgo: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const now = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let edits = Math.min(
        (before[column] as number) + 1,
        (now[column - 1] as number) + 1,
        (before[column - 1] as number) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        edits = Math.min(edits, (twoAgo[column - 2] as number) + 1);
      now.push(edits);
      least = Math.min(least, edits);
    }
    if (least > most) return most + 1;
    twoAgo = before;
    before = now;
  }
  return before[b.length] as number;
}
