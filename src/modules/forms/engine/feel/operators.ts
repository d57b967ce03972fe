import { FeelMistake, type FeelNode, partsOf } from './feel-tree.ts';
import {
  BOOLEAN,
  DATE,
  type FeelType,
  type FeelValue,
  isEqual,
  join,
  MONTHS,
  NUMBER,
  STRING,
  spell,
} from './feel-value.ts';
import { type Closure, spend } from './run.ts';
import type { Compiled, Scope } from './scope.ts';

export type Compile = (node: FeelNode, scope: Scope) => Compiled;

/** Throws when `compiled` can never be of `wanted`. */
export function expect(compiled: Compiled, wanted: FeelType, node: FeelNode): Compiled {
  if (compiled.type.kind !== 'null' && compiled.type.kind !== wanted.kind)
    throw new FeelMistake(`«${node.text}» is a ${spell(compiled.type)}, but a ${spell(wanted)} is needed`, node.from);
  return compiled;
}

/** `and`, `or` with unknown values. @see DMN 1.5 §10.3.2.12, table 50 */
export function logical(node: FeelNode, scope: Scope, compile: Compile): Compiled {
  const [left, right] = partsOf(node).map((part) => expect(compile(part, scope), BOOLEAN, part).run);
  if (!left || !right) throw new FeelMistake('two sides are needed', node.from);
  const decisive = node.name === 'Disjunction';
  return {
    type: BOOLEAN,
    run(run) {
      const a = left(run);
      if (a === decisive) return decisive;
      const b = right(run);
      if (b === decisive) return decisive;
      return a === null || b === null ? null : !decisive;
    },
  };
}

const ORDERED = new Set(['number', 'string', 'date', 'months']);

function bothOf(node: FeelNode, a: Compiled, b: Compiled): FeelType {
  const type = join(a.type, b.type);
  if (!type) throw new FeelMistake(`a ${spell(a.type)} can't be compared with a ${spell(b.type)}`, node.from);
  return type;
}

const ORDER: Record<string, (a: string | number, b: string | number) => boolean> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** `left op right`; null when a side of an order is unknown. */
export function compare(op: string, left: Compiled, right: Compiled, node: FeelNode): Closure {
  const type = bothOf(node, left, right);
  const [a, b] = [left.run, right.run];
  if (op === '=') return (run) => isEqual(a(run), b(run));
  if (op === '!=') return (run) => !isEqual(a(run), b(run));
  const order = ORDER[op];
  if (!order) throw new FeelMistake(`${op} is not known`, node.from);
  if (type.kind !== 'null' && !ORDERED.has(type.kind))
    throw new FeelMistake(`a ${spell(type)} has no order`, node.from);
  return (run) => {
    const [x, y] = [a(run), b(run)];
    return x === null || y === null ? null : order(x as string, y as string);
  };
}

/** `a = b`, `a between b and c`, `a in …`. */
export function comparison(node: FeelNode, scope: Scope, compile: Compile): Compiled {
  const word = node.children.find(({ name }) => ['CompareOp', 'between', 'in'].includes(name));
  if (word?.name === 'in') return membership(node, scope, compile);
  const parts = partsOf(node).filter(({ name }) => name !== 'CompareOp');
  const [a, b, c] = parts.map((part) => compile(part, scope));
  if (!a || !b) throw new FeelMistake('two sides are needed', node.from);
  if (word?.name !== 'between') return { type: BOOLEAN, run: compare(word?.text ?? '', a, b, node) };
  if (!c) throw new FeelMistake('two ends are needed', node.from);
  const low = compare('>=', a, b, node);
  const high = compare('<=', a, c, node);
  return { type: BOOLEAN, run: (run) => both(low(run), high(run)) };
}

const both = (a: FeelValue, b: FeelValue): FeelValue =>
  a === false || b === false ? false : a === null || b === null ? null : true;

function membership(node: FeelNode, scope: Scope, compile: Compile): Compiled {
  const [subject, ...rest] = partsOf(node);
  if (!subject) throw new FeelMistake('a value is needed before «in»', node.from);
  const value = compile(subject, scope);
  const tests = rest.flatMap((part) => (part.name === 'PositiveUnaryTests' ? partsOf(part) : [part]));
  const runs = tests.map((part) => unaryTest(partsOf(part)[0] ?? part, value, scope, compile));
  return {
    type: BOOLEAN,
    run(run) {
      let answer: FeelValue = false;
      for (const test of runs) {
        const is = test(run);
        if (is === true) return true;
        if (is === null) answer = null;
      }
      return answer;
    },
  };
}

function unaryTest(node: FeelNode, value: Compiled, scope: Scope, compile: Compile): Closure {
  const [first, second] = partsOf(node);
  if (node.name === 'SimplePositiveUnaryTest' && first?.name === 'CompareOp' && second)
    return compare(first.text, value, compile(second, scope), node);
  if (node.name === 'SimplePositiveUnaryTest' && first?.name === 'Interval')
    return interval(first, value, scope, compile);
  const tested = compile(node, scope);
  if (tested.type.kind !== 'list' || value.type.kind === 'list') return compare('=', value, tested, node);
  bothOf(node, value, { ...tested, type: tested.type.of });
  return (run) => {
    const list = tested.run(run);
    const wanted = value.run(run);
    if (list === null) return null;
    spend(run, (list as readonly FeelValue[]).length);
    return (list as readonly FeelValue[]).some((item) => isEqual(item, wanted));
  };
}

function interval(node: FeelNode, value: Compiled, scope: Scope, compile: Compile): Closure {
  const [from, until] = partsOf(node).map((part) => compile(part, scope));
  if (!from || !until) throw new FeelMistake('two ends are needed', node.from);
  const low = compare(node.text.startsWith('[') ? '>=' : '>', value, from, node);
  const high = compare(node.text.endsWith(']') ? '<=' : '<', value, until, node);
  return (run) => both(low(run), high(run));
}

const ARITHMETIC: Record<string, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '**': (a, b) => a ** b,
};
const LONGEST_TEXT = 10_000;

/** Numbers, texts that are put together, dates with durations. */
export function arithmetic(node: FeelNode, scope: Scope, compile: Compile): Compiled {
  const op = node.children.find(({ name }) => name === 'ArithOp')?.text ?? '';
  const parts = partsOf(node).filter(({ name }) => name !== 'ArithOp');
  const [a, b] = parts.map((part) => compile(part, scope));
  if (a && !b && op === '-' && parts[0]) {
    const { run: value } = expect(a, NUMBER, parts[0]);
    return { type: NUMBER, run: (run) => negative(value(run)) };
  }
  if (!a || !b) throw new FeelMistake('two sides are needed', node.from);
  const kinds = `${a.type.kind} ${op} ${b.type.kind}`;
  const [x, y] = [a.run, b.run];
  const known =
    (make: (x: never, y: never) => FeelValue): Closure =>
    (run) => {
      const [left, right] = [x(run), y(run)];
      return left === null || right === null ? null : make(left as never, right as never);
    };
  if (kinds === 'date + months' || kinds === 'date - months')
    return { type: DATE, run: known((date: string, months: number) => shift(date, op === '+' ? months : -months)) };
  if (kinds === 'months + date')
    return { type: DATE, run: known((months: number, date: string) => shift(date, months)) };
  if (op === '+' && bothOf(node, a, b).kind === 'string')
    return { type: STRING, run: known((left: string, right: string) => bounded(left + right)) };
  const type = kinds.includes('months') && '+-'.includes(op) ? bothOf(node, a, b) : NUMBER;
  const calculate = ARITHMETIC[op];
  if (!calculate) throw new FeelMistake(`${op} is not known`, node.from);
  for (const [index, side] of [a, b].entries())
    expect(side, type.kind === 'months' ? MONTHS : NUMBER, parts[index] ?? node);
  return { type, run: known((left: number, right: number) => finite(calculate(left, right))) };
}

const negative = (value: FeelValue): FeelValue => (value === null ? null : 0 - (value as number));
const finite = (value: number): FeelValue => (Number.isFinite(value) ? value + 0 : null);
const bounded = (text: string): FeelValue => (text.length > LONGEST_TEXT ? null : text);

/** The same day so many months away; the last day of a month stays within it. */
function shift(date: string, months: number): FeelValue {
  try {
    const moved = Temporal.PlainDate.from(date).add({ months });
    return moved.year >= 1 && moved.year <= 9999 ? moved.toString() : null;
  } catch {
    return null;
  }
}
