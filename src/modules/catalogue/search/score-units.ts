import type { Slot } from './query.ts';
import type { WordIndex } from './word-index.ts';

/** Arrays that every question uses again: one question at a time, so that nothing is allocated for it. */
export interface Scratch {
  total: Float32Array;
  covered: Float32Array;
  slot: Float32Array;
  more: Float32Array;
}

export const scratchFor = (units: number): Scratch => ({
  total: new Float32Array(units),
  covered: new Float32Array(units),
  slot: new Float32Array(units),
  more: new Float32Array(units),
});

export interface ScoredUnit {
  unit: number;
  score: number;
  /** Which share of what was typed it has, 0 to 1. */
  coverage: number;
}

const MOST_LOOKED_AT = 120;
/** What further readings of the same word add to its best one. */
const FURTHER = 0.12;
const UNCOVERED = 0.45;
const NAME_BONUS = 0.9;

/** The best units for `slots`, unsorted. */
export function scoreUnits(index: WordIndex, slots: readonly Slot[], scratch: Scratch): ScoredUnit[] {
  const { total, covered } = scratch;
  const touched: number[] = [];
  for (const slot of slots) addSlot(index, slot, scratch, touched);
  const asked = slots.reduce((sum, slot) => sum + slot.weight, 0);
  const worthOf = new Map<number, number>();
  for (const { readings } of slots)
    for (const { id, worth } of readings) worthOf.set(id, Math.max(worth, worthOf.get(id) ?? 0));
  const scored = touched.map((unit) => {
    const coverage = Math.min(1, (covered[unit] as number) / asked);
    return { unit, score: (total[unit] as number) * (UNCOVERED + (1 - UNCOVERED) * coverage), coverage };
  });
  for (const unit of touched) {
    total[unit] = 0;
    covered[unit] = 0;
  }
  const best = scored.length > MOST_LOOKED_AT ? top(scored, MOST_LOOKED_AT) : scored;
  for (const each of best) each.score *= 1 + NAME_BONUS * nameCoverage(index, each.unit, worthOf) ** 2;
  return best;
}

function addSlot(index: WordIndex, { weight, readings }: Slot, scratch: Scratch, touched: number[]): void {
  const { total, covered, slot, more } = scratch;
  const here: number[] = [];
  for (const { id, worth } of readings) {
    const value = worth * (index.idf[id] as number);
    const end = index.starts[id + 1] as number;
    for (let at = index.starts[id] as number; at < end; at++) {
      const unit = index.units[at] as number;
      const score = value * (index.weights[at] as number);
      const before = slot[unit] as number;
      if (before === 0) here.push(unit);
      if (score > before) {
        more[unit] = (more[unit] as number) + before;
        slot[unit] = score;
      } else more[unit] = (more[unit] as number) + score;
    }
  }
  for (const unit of here) {
    if (total[unit] === 0) touched.push(unit);
    const best = slot[unit] as number;
    total[unit] = (total[unit] as number) + weight * (best + Math.min(best, FURTHER * (more[unit] as number)));
    covered[unit] = (covered[unit] as number) + weight;
    slot[unit] = 0;
    more[unit] = 0;
  }
}

function top(scored: ScoredUnit[], most: number): ScoredUnit[] {
  return scored.sort((a, b) => b.score - a.score).slice(0, most);
}

/** How much of a name of `unit` was typed: 1 when all of it was. The best of its names counts. */
function nameCoverage(index: WordIndex, unit: number, worthOf: ReadonlyMap<number, number>): number {
  let best = 0;
  const last = index.unitNames[unit + 1] as number;
  for (let name = index.unitNames[unit] as number; name < last; name++) {
    let all = 0;
    let had = 0;
    const end = index.nameStarts[name + 1] as number;
    for (let at = index.nameStarts[name] as number; at < end; at++) {
      const id = index.nameTerms[at] as number;
      const idf = index.idf[id] as number;
      all += idf;
      had += idf * (worthOf.get(id) ?? 0);
    }
    if (all > 0) best = Math.max(best, had / all);
  }
  return best;
}
