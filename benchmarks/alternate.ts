/** What one round of one side measured. */
export interface Round {
  /** Milliseconds of each request or statement. */
  timesMs?: readonly number[];
  /** CPU per request in milliseconds. */
  cpuMs?: number;
  /** Per second. */
  rate?: number;
}

export interface Sides {
  raw(): Promise<Round>;
  ours(): Promise<Round>;
}

export interface Compared {
  p50: number;
  p95: number;
  cpu: number;
  rate: number;
  oursMs: { p50: number; p95: number };
  rawMs: { p50: number; p95: number };
  oursCpuMs: number;
  oursRate: number;
  rawRate: number;
}

const ROUNDS = 5;
const TRIES = 4;
/** Raw itself may vary by this much between rounds; beyond it the machine was busy with something else. */
const MOST_VARIATION = 2;

/**
 * Raw and ours in turn, five rounds each after one to warm up; medians of both, and their ratio. When raw varies by more
 * than two between rounds the run is invalid and repeated; the fourth invalid run throws.
 */
export async function alternate(name: string, sides: Sides): Promise<Compared> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const raw: Round[] = [];
    const ours: Round[] = [];
    await sides.raw();
    await sides.ours();
    for (let round = 0; round < ROUNDS; round++) {
      raw.push(await sides.raw());
      ours.push(await sides.ours());
    }
    if (variationOf(raw) <= MOST_VARIATION) return compare(raw, ours);
    console.error(
      `${name}: raw varied by ${variationOf(raw).toFixed(1)} × between rounds: INVALID, again (${attempt})`,
    );
  }
  throw new Error(`${name}: INVALID ${TRIES} times; the machine is too busy to measure`);
}

const measureOf = (round: Round): number => round.rate ?? round.cpuMs ?? quantile(round.timesMs ?? [], 0.5);

function variationOf(rounds: readonly Round[]): number {
  const measures = rounds.map(measureOf);
  return Math.max(...measures) / Math.min(...measures);
}

function compare(raw: readonly Round[], ours: readonly Round[]): Compared {
  const at = (rounds: readonly Round[], part: number) =>
    median(rounds.map(({ timesMs = [] }) => quantile(timesMs, part)));
  const of = (rounds: readonly Round[], name: 'cpuMs' | 'rate') =>
    median(rounds.map((round) => round[name] ?? Number.NaN));
  const rawMs = { p50: at(raw, 0.5), p95: at(raw, 0.95) };
  const oursMs = { p50: at(ours, 0.5), p95: at(ours, 0.95) };
  return {
    rawMs,
    oursMs,
    p50: oursMs.p50 / rawMs.p50,
    p95: oursMs.p95 / rawMs.p95,
    cpu: of(ours, 'cpuMs') / of(raw, 'cpuMs'),
    oursCpuMs: of(ours, 'cpuMs'),
    rate: of(ours, 'rate') / of(raw, 'rate'),
    oursRate: of(ours, 'rate'),
    rawRate: of(raw, 'rate'),
  };
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function quantile(values: readonly number[], part: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] as number;
}
