/** One line that `npm run bench` prints. */
export interface Figure {
  name: string;
  value: number;
  /** The most that is allowed, or the least where `atLeast`. */
  bar: number;
  unit: '×' | 'KB' | 'MB' | 's' | '';
  atLeast?: boolean;
  /** For orientation: milliseconds, counts; never compared. */
  beside?: string;
}

export const holds = ({ value, bar, atLeast }: Figure): boolean => (atLeast ? value >= bar : value <= bar);

export function lineOf(figure: Figure): string {
  const { name, value, bar, unit, atLeast, beside } = figure;
  const digits = Math.abs(value) < 10 ? 2 : 1;
  const verdict = holds(figure) ? 'ok   ' : 'SHORT';
  const amount = `${value.toFixed(digits)} ${unit}`.trim();
  const limit = `${atLeast ? '≥' : '≤'} ${bar} ${unit}`.trim();
  return `${verdict} ${name.padEnd(58)} ${amount.padStart(10)}  (${limit})${beside ? `  ${beside}` : ''}`;
}

/** One question of the bench: it measures in `world` and answers with figures. */
export interface Question<World> {
  name: string;
  figures(world: World): Promise<Figure[]>;
}
