import {
  BOOLEAN,
  DATE,
  type FeelType,
  type FeelValue,
  isEqual,
  join,
  listOf,
  MONTHS,
  NULL,
  NUMBER,
  STRING,
  spell,
} from './feel-value.ts';
import { type Run, spend } from './run.ts';

/** A built-in function: what it takes, what it gives. `result` says what is wrong instead, as a text. */
export interface Builtin {
  result(given: readonly FeelType[]): FeelType | string;
  run(given: readonly FeelValue[], run: Run): FeelValue;
}

type List = readonly FeelValue[];

/** Fixed parameters; null in, null out. */
function plain(
  parameters: readonly FeelType[],
  result: FeelType,
  run: (given: never, run: Run) => FeelValue,
  optional = 0,
): Builtin {
  return {
    result(given) {
      if (given.length > parameters.length || given.length < parameters.length - optional)
        return `${parameters.length} values are needed, ${given.length} are given`;
      const wrong = given.findIndex((type, at) => !join(type, parameters[at] ?? NULL));
      if (wrong === -1) return result;
      return `value ${wrong + 1} is a ${spell(given[wrong] ?? NULL)}, but a ${spell(parameters[wrong] ?? NULL)} is needed`;
    },
    run: (given, at) => (given.some((value) => value === null) ? null : run(given as never, at)),
  };
}

/** One list, or its items one by one. */
function ofList(item: FeelType, result: FeelType | 'item', run: (list: List) => FeelValue): Builtin {
  return {
    result(given) {
      const list = given.length === 1 && given[0]?.kind === 'list' ? [given[0].of] : given;
      const wrong = list.find((type) => !join(type, item));
      if (wrong) return `a list of ${spell(item)} is needed, not of ${spell(wrong)}`;
      return result === 'item' ? item : result;
    },
    run(given, at) {
      const list =
        given.length === 1 && (given[0] === null || Array.isArray(given[0])) ? (given[0] as List | null) : given;
      if (list === null) return null;
      spend(at, list.length);
      return run(list);
    },
  };
}

const known = <T extends FeelValue>(list: List, make: (all: T[]) => FeelValue): FeelValue =>
  list.length === 0 || list.some((item) => item === null) ? null : make(list as T[]);

/** The smallest or greatest of numbers, texts or dates. */
function extreme(sign: 1 | -1): Builtin {
  const pick = (list: List) =>
    known<string>(list, (all) => all.reduce((best, item) => ((item < best ? 1 : -1) === sign ? item : best)));
  return {
    result(given) {
      const list = given.length === 1 && given[0]?.kind === 'list' ? [given[0].of] : given;
      const type = list.reduce<FeelType | undefined>((all, one) => all && join(all, one), NULL);
      if (!type || !['number', 'string', 'date', 'null'].includes(type.kind))
        return 'numbers, texts or dates of one kind are needed';
      return type;
    },
    run: (given, at) => ofList(NULL, NULL, pick).run(given, at),
  };
}

const anyList: Pick<Builtin, 'result'> = {
  result: ([list, ...more]) =>
    list && (list.kind === 'list' || list.kind === 'null') && more.length === 0 ? NUMBER : 'one list is needed',
};

const points = (text: string): string[] => Array.from(text);

/**
 * The functions of the language that forms need. Those that take patterns (`matches`, `replace`, `split`) are absent on
 * purpose: a pattern can take for ever, and a field kind says better what a number looks like. @see DMN 1.5 §10.3.4
 */
export const BUILTINS: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ['not', plain([BOOLEAN], BOOLEAN, ([value]: boolean[]) => !value)],
  ['count', { ...anyList, run: ([list]) => (list === null ? null : (list as List).length) }],
  ['sum', ofList(NUMBER, NUMBER, (list) => known<number>(list, (all) => all.reduce((sum, item) => sum + item, 0)))],
  ['min', extreme(1)],
  ['max', extreme(-1)],
  ['all', ofList(BOOLEAN, BOOLEAN, (list) => (list.includes(false) ? false : list.includes(null) ? null : true))],
  ['any', ofList(BOOLEAN, BOOLEAN, (list) => (list.includes(true) ? true : list.includes(null) ? null : false))],
  [
    'list contains',
    {
      result: ([list, item, ...more]) => {
        if (list?.kind !== 'list' || !item || more.length > 0) return 'a list and one value are needed';
        return join(list.of, item) ? BOOLEAN : `the list holds ${spell(list.of)}, never a ${spell(item)}`;
      },
      run([list, item], at) {
        if (list === null) return null;
        spend(at, (list as List).length);
        return (list as List).some((one) => isEqual(one, item ?? null));
      },
    },
  ],
  ['string length', plain([STRING], NUMBER, ([text]: string[]) => points(text ?? '').length)],
  ['upper case', plain([STRING], STRING, ([text]: string[]) => (text ?? '').toUpperCase())],
  ['lower case', plain([STRING], STRING, ([text]: string[]) => (text ?? '').toLowerCase())],
  ['contains', plain([STRING, STRING], BOOLEAN, ([text, part]: string[]) => (text ?? '').includes(part ?? ''))],
  ['starts with', plain([STRING, STRING], BOOLEAN, ([text, part]: string[]) => (text ?? '').startsWith(part ?? ''))],
  ['ends with', plain([STRING, STRING], BOOLEAN, ([text, part]: string[]) => (text ?? '').endsWith(part ?? ''))],
  ['substring', plain([STRING, NUMBER, NUMBER], STRING, substring, 1)],
  [
    'string join',
    plain(
      [listOf(STRING), STRING],
      STRING,
      ([list, between]: [List, string?]) =>
        (list ?? [])
          .filter((item) => item !== null)
          .join(between ?? '')
          .slice(0, 10_000),
      1,
    ),
  ],
  ['abs', plain([NUMBER], NUMBER, ([value]: number[]) => Math.abs(value ?? 0))],
  ['floor', plain([NUMBER], NUMBER, ([value]: number[]) => Math.floor(value ?? 0))],
  ['ceiling', plain([NUMBER], NUMBER, ([value]: number[]) => Math.ceil(value ?? 0))],
  [
    'modulo',
    plain([NUMBER, NUMBER], NUMBER, ([value, by]: number[]) =>
      by ? (value ?? 0) - by * Math.floor((value ?? 0) / by) : null,
    ),
  ],
  ['today', plain([], DATE, (_, run) => run.today)],
  [
    'years and months duration',
    plain([DATE, DATE], MONTHS, ([from, until]: string[]) => monthsBetween(from ?? '', until ?? '')),
  ],
]);

/** From a position that counts from 1, or from the end when negative. */
function substring([text, start, length]: [string, number, number?]): FeelValue {
  const all = points(text);
  const from = start > 0 ? start - 1 : all.length + start;
  if (start === 0 || from < 0) return null;
  return all.slice(from, length === undefined ? undefined : from + length).join('');
}

function monthsBetween(from: string, until: string): FeelValue {
  try {
    const { years, months } = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until), {
      largestUnit: 'years',
    });
    return years * 12 + months;
  } catch {
    return null;
  }
}
