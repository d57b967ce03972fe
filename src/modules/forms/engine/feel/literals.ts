import { FeelMistake, type FeelNode } from './feel-tree.ts';
import { BOOLEAN, DATE, type FeelType, type FeelValue, MONTHS, NULL, NUMBER, STRING } from './feel-value.ts';
import type { Compiled } from './scope.ts';

const constant = (value: FeelValue, type: FeelType): Compiled => ({ type, run: () => value });

export const nullLiteral = (): Compiled => constant(null, NULL);
export const booleanLiteral = (node: FeelNode): Compiled => constant(node.text === 'true', BOOLEAN);

export function numberLiteral(node: FeelNode): Compiled {
  const value = Number(node.text.replace(/\s+/g, ''));
  if (!Number.isFinite(value)) throw new FeelMistake(`«${node.text}» is no number`, node.from);
  return constant(value, NUMBER);
}

export const stringLiteral = (node: FeelNode): Compiled => constant(textOf(node), STRING);

/** What stands between the quotes. @see DMN 1.5 §10.3.1.2, rule 35 (escapes as in JSON, plus `\U` with six digits) */
export function textOf(node: FeelNode): string {
  return node.text.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{6}|.)/gs, (_, written: string) => {
    if (!/^[uU]./.test(written)) return CONTROL.get(written) ?? written;
    const point = Number.parseInt(written.slice(1), 16);
    if (point > 0x10ffff) throw new FeelMistake(`\\${written} is no character`, node.from);
    return String.fromCodePoint(point);
  });
}

const CONTROL: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** `date("2026-01-01")` and `duration("P18Y")`; the text must stand there, so that it can be checked now. */
export function dateTimeLiteral(node: FeelNode): Compiled {
  const kind = node.children[0]?.text.replace(/\s+/g, ' ');
  const parameters = node.children.find(({ name }) => name === 'PositionalParameters')?.children ?? [];
  const [text, more] = parameters;
  if (text?.name !== 'StringLiteral' || more)
    throw new FeelMistake('only one text in quotes is possible here', node.from);
  const written = textOf(text);
  if (kind === 'date') {
    if (!isDate(written)) throw new FeelMistake(`«${written}» is no date`, text.from);
    return constant(written, DATE);
  }
  if (kind === 'duration') {
    const parts = /^(-?)P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?$/.exec(written);
    if (!parts) throw new FeelMistake('only durations of years and months, like P18Y, are possible', text.from);
    const months = Number(parts[2] ?? 0) * 12 + Number(parts[3] ?? 0);
    return constant(parts[1] ? -months : months, MONTHS);
  }
  throw new FeelMistake(`${kind} is not possible here; date and duration are`, node.from);
}

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}
