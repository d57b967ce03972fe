import type { Municipality, PlaceAnswer } from '../../territory/index.ts';
import type { Service, Text } from '../service.ts';

/** Can be done online here; is offered here otherwise; another authority, or another place, answers. */
export const GROUPS = ['online', 'offered', 'elsewhere'] as const;
export type Group = (typeof GROUPS)[number];

/** A LeiKa entry that matched. `key` is empty where the entry has none. */
export interface FoundEntry {
  key: string;
  name: string;
}

export interface FoundService {
  service: Service;
  title: Text;
  summary?: Text;
  group: Group;
  /** Only comparable within one answer. */
  score: number;
  leika: readonly FoundEntry[];
}

export interface SearchAnswer {
  /** What was typed, without the place. */
  words: string;
  /** What the place in the words was found to be. */
  place?: PlaceAnswer;
  /** The place for which the groups hold: the one typed, else the one chosen before. */
  municipality?: Municipality;
  /** Best first, at most `MOST_RESULTS`. */
  results: readonly FoundService[];
  /** Nothing matched well: the results are only the nearest. */
  isGuess: boolean;
}

export const MOST_RESULTS = 25;
