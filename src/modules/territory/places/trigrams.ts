/** Which names share many letters with a mistyped one. Numbers of names by three letters, in typed arrays. */
export interface Trigrams {
  /** At most `most` names nearest to `typed`, the nearest first; none beyond the distance that its length allows. */
  nearest(typed: string, most: number): { name: string; distance: number }[];
}

const CANDIDATES = 60;

export function buildTrigrams(names: readonly string[]): Trigrams {
  const lists = new Map<string, number[]>();
  for (const [number, name] of names.entries())
    for (const three of threesOf(name)) {
      const list = lists.get(three);
      if (list) list.push(number);
      else lists.set(three, [number]);
    }
  const postings = new Map([...lists].map(([three, numbers]) => [three, Uint16Array.from(numbers)]));
  if (names.length > 65_535) throw new Error('more names than a Uint16Array can number');
  const shared = new Uint8Array(names.length);

  return {
    nearest(typed, most) {
      const touched: number[] = [];
      const threes = threesOf(typed);
      for (const three of threes)
        for (const number of postings.get(three) ?? []) {
          if (shared[number] === 0) touched.push(number);
          shared[number] = (shared[number] as number) + 1;
        }
      const best = touched
        .map((number) => ({
          number,
          score: (2 * (shared[number] as number)) / (threes.size + (names[number] as string).length + 2),
        }))
        .sort((a, b) => b.score - a.score)
        .slice(0, CANDIDATES);
      for (const number of touched) shared[number] = 0;
      const allowed = allowedDistance(typed.length);
      return best
        .map(({ number }) => ({
          name: names[number] as string,
          distance: distanceOf(typed, names[number] as string, allowed),
        }))
        .filter(({ distance }) => distance <= allowed)
        .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
        .slice(0, most);
    },
  };
}

/** One slip in a short name, two in a long one, three in a very long one. */
export const allowedDistance = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : length < 14 ? 2 : 3);

function threesOf(name: string): Set<string> {
  const padded = `  ${name} `;
  const threes = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at++) threes.add(padded.slice(at, at + 3));
  return threes;
}

/** Letters added, left out, changed or swapped between two words; `most + 1` when it is more than `most`. */
export function distanceOf(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + cost);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] as number) + 1);
      next[j] = least;
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length] as number;
}
