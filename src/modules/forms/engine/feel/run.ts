import type { FeelValue } from './feel-value.ts';

/** What an expression needs while it runs. */
export interface Run {
  /** Values of the names that the expression may use, by slot. */
  roots: readonly FeelValue[];
  /** Names bound by `for`, `some`, `every` and filters, by depth. */
  locals: FeelValue[];
  /** Steps that are left; an expression that needs more is stopped. */
  steps: number;
  /** ISO date, the same during one evaluation. */
  today: string;
}

export type Closure = (run: Run) => FeelValue;

/** The expression used up its steps. Not a fault of who fills in the form: `content:check` should have found it. */
export class OutOfSteps extends Error {
  constructor() {
    super('an expression took too many steps');
  }
}

/** Takes `count` steps from the budget. */
export function spend(run: Run, count: number): void {
  run.steps -= count;
  if (run.steps < 0) throw new OutOfSteps();
}
