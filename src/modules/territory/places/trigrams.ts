import { allowedDistance, distanceOf } from './distance.ts';

/** Which names share many letters with a mistyped one. */
export interface Trigrams {
  /** At most `most` names nearest to `typed`, the nearest first; none beyond the distance that its length allows. */
  nearest(typed: string, most: number): { name: string; distance: number }[];
}

const CANDIDATES = 80;

/**
 * Indexes `names` by three letters. They are numbered by their length, so that of each list only the stretch of names
 * that are not too long or short is looked at; what shares too few threes to be near is never measured.
 */
export function buildTrigrams(names: Iterable<string>): Trigrams {
  const ordered = [...names].sort((a, b) => a.length - b.length);
  if (ordered.length > 65_535) throw new Error('more names than a Uint16Array can number');
  const postings = postingsOf(ordered);
  const firstOfLength = firstsOf(ordered);
  const shared = new Uint8Array(ordered.length);

  return {
    nearest(typed, most) {
      const allowed = allowedDistance(typed.length);
      if (allowed === 0) return [];
      const low = firstOfLength(typed.length - allowed);
      const high = firstOfLength(typed.length + allowed + 1);
      const threes = threesOf(typed);
      const touched: number[] = [];
      for (const three of threes) {
        const list = postings.get(three);
        if (!list) continue;
        for (let at = firstAtLeast(list, low); at < list.length; at++) {
          const number = list[at] as number;
          if (number >= high) break;
          const count = (shared[number] as number) + 1;
          shared[number] = count;
          if (count === 1) touched.push(number);
        }
      }
      // One slip spoils at most three threes, a swap of two letters four.
      const least = Math.max(1, threes.size - 4 * allowed);
      const likely = touched.filter((number) => (shared[number] as number) >= least);
      likely.sort((a, b) => (shared[b] as number) - (shared[a] as number));
      const found = likely
        .slice(0, CANDIDATES)
        .map((number) => ({
          name: ordered[number] as string,
          distance: distanceOf(typed, ordered[number] as string, allowed),
        }))
        .filter(({ distance }) => distance <= allowed)
        .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
      for (const number of touched) shared[number] = 0;
      return found.slice(0, most);
    },
  };
}

function postingsOf(names: readonly string[]): Map<string, Uint16Array> {
  const lists = new Map<string, number[]>();
  for (const [number, name] of names.entries())
    for (const three of threesOf(name)) {
      const list = lists.get(three);
      if (list) list.push(number);
      else lists.set(three, [number]);
    }
  return new Map([...lists].map(([three, numbers]) => [three, Uint16Array.from(numbers)]));
}

/** The number of the first name that has at least so many letters. */
function firstsOf(names: readonly string[]): (length: number) => number {
  const longest = names.at(-1)?.length ?? 0;
  const firsts = new Uint32Array(longest + 2).fill(names.length);
  for (let number = names.length - 1; number >= 0; number--) firsts[(names[number] as string).length] = number;
  for (let length = longest; length >= 0; length--)
    firsts[length] = Math.min(firsts[length] as number, firsts[length + 1] as number);
  return (length) => (length > longest ? names.length : (firsts[Math.max(0, length)] as number));
}

function firstAtLeast(list: Uint16Array, number: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function threesOf(name: string): Set<string> {
  const padded = `  ${name} `;
  const threes = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at++) threes.add(padded.slice(at, at + 3));
  return threes;
}
