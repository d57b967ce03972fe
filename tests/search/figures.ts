import { readFileSync } from 'node:fs';

/** What somebody types, and the keys of the services that help them. */
export interface Pair {
  portal: string;
  language: string;
  query: string;
  accepted: readonly string[];
}

export interface Figures {
  count: number;
  /** Share of queries with an accepted service among the first five results. */
  successAt5: number;
  /** Mean of 1 / rank of the first accepted one. */
  meanReciprocalRank: number;
  missed: readonly { pair: Pair; got: readonly string[] }[];
}

export function readPairs(file: string): Pair[] {
  const [, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
  return rows.map((row) => {
    const [portal = '', language = '', query = '', accepted = ''] = row.split('\t');
    return { portal, language, query, accepted: accepted.trim().split('|') };
  });
}

/** `answers` gives for each pair, best first, the keys by which each result is known. */
export function figuresOf(answers: readonly { pair: Pair; results: readonly (readonly string[])[] }[]): Figures {
  let hits = 0;
  let reciprocal = 0;
  const missed: Figures['missed'][number][] = [];
  for (const { pair, results } of answers) {
    const rank = results.findIndex((keys) => keys.some((key) => pair.accepted.includes(key)));
    if (rank >= 0) reciprocal += 1 / (rank + 1);
    if (rank >= 0 && rank < 5) hits++;
    else missed.push({ pair, got: results.slice(0, 5).map((keys) => keys[0] ?? '') });
  }
  const count = answers.length;
  return { count, successAt5: hits / count, meanReciprocalRank: reciprocal / count, missed };
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
export const lineOf = (name: string, { count, successAt5, meanReciprocalRank }: Figures): string =>
  `${name.padEnd(8)} ${String(count).padStart(4)} queries   success@5 ${percent(successAt5).padStart(7)}   MRR ${meanReciprocalRank.toFixed(3)}`;
