/** One exercise: what the product must stand, with the least that must have happened for the result to mean anything. */
export interface Drill {
  name: string;
  run(ask: DrillAsk): Promise<Outcome>;
}

export interface DrillAsk {
  /** Smaller counts, for each submission; the floors shrink with them. */
  isReduced: boolean;
  /** The same seed draws the same exercise. */
  seed: number;
  say(line: string): void;
}

export interface Outcome {
  floors: readonly Floor[];
  /** What must not be, in words: any one fails the drill. */
  faults: readonly string[];
}

/** How much was really exercised. Below `least` the drill proves nothing: INVALID. */
export interface Floor {
  name: string;
  value: number;
  least: number;
}

export type Verdict = 'PASSED' | 'FAILED' | 'INVALID';

export function verdictOf({ floors, faults }: Outcome): Verdict {
  if (faults.length > 0) return 'FAILED';
  return floors.every(({ value, least }) => value >= least) ? 'PASSED' : 'INVALID';
}

const MOST_FAULTS_SHOWN = 12;

export function linesOf({ floors, faults }: Outcome): string[] {
  const shown = faults.slice(0, MOST_FAULTS_SHOWN).map((fault) => `  FAULT ${fault}`);
  const rest = faults.length > MOST_FAULTS_SHOWN ? [`  … and ${faults.length - MOST_FAULTS_SHOWN} more`] : [];
  return [
    ...floors.map(({ name, value, least }) => {
      const amount = Number.isInteger(value) ? String(value) : value.toFixed(1);
      return `  floor ${value >= least ? 'ok  ' : 'LOW '} ${name}: ${amount} (at least ${least})`;
    }),
    ...shown,
    ...rest,
  ];
}
