/** Which term stands in which unit, how heavily: gathered while reading, then packed into typed arrays (BM25F). */
export class Postings {
  // Three columns instead of objects: there are a hundred thousand of them while an index is made.
  readonly #terms: number[] = [];
  readonly #units: number[] = [];
  readonly #shares: number[] = [];

  add(term: number, unit: number, share: number): void {
    this.#terms.push(term);
    this.#units.push(unit);
    this.#shares.push(share);
  }

  /** What was added in the order of the units comes out by term, once for each unit. */
  weigh(termCount: number, unitCount: number) {
    const order = this.#byTerm(termCount);
    const starts = new Uint32Array(termCount + 1);
    const units = new Uint16Array(order.length);
    const weights = new Float32Array(order.length);
    const idf = new Float32Array(termCount);
    let at = 0;
    let next = 0;
    for (let term = 0; term < termCount; term++) {
      starts[term] = at;
      while (next < order.length && this.#terms[order[next] as number] === term) {
        const unit = this.#units[order[next] as number] as number;
        let share = 0;
        for (; next < order.length && this.#is(order[next] as number, term, unit); next++)
          share = joined(share, this.#shares[order[next] as number] as number);
        units[at] = unit;
        weights[at++] = share / (SATURATION + share);
      }
      const having = at - (starts[term] as number);
      idf[term] = Math.log(1 + (unitCount - having + 0.5) / (having + 0.5));
    }
    starts[termCount] = at;
    return { starts, units: units.slice(0, at), weights: weights.slice(0, at), idf };
  }

  #is(row: number, term: number, unit: number): boolean {
    return this.#terms[row] === term && this.#units[row] === unit;
  }

  /** Rows by term, otherwise in their order: a counting sort. */
  #byTerm(termCount: number): Uint32Array {
    const places = new Uint32Array(termCount + 1);
    for (const term of this.#terms) places[term + 1] = (places[term + 1] as number) + 1;
    for (let term = 0; term < termCount; term++)
      places[term + 1] = (places[term + 1] as number) + (places[term] as number);
    const order = new Uint32Array(this.#terms.length);
    this.#terms.forEach((term, row) => {
      order[places[term] as number] = row;
      places[term] = (places[term] as number) + 1;
    });
    return order;
  }
}

const SATURATION = 1.6;
/** A word in several texts of a unit counts a little more than in the best one of them. */
const FURTHER = 0.2;

const joined = (before: number, now: number): number => Math.max(before, now) + FURTHER * Math.min(before, now);
