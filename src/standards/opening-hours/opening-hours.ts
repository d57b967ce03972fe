/**
 * When a counter is open, in the part of OpenStreetMap's `opening_hours` that offices need: days of the week, public
 * holidays, spans of time. `Mo-Fr 08:00-11:30,14:00-17:00; Th 08:00-18:00; PH off`. Months, weeks, sunrise and comments
 * are absent on purpose: they are faults, not guesses. @see https://wiki.openstreetmap.org/wiki/Key:opening_hours
 */
export interface OpeningHours {
  /** Monday first. An empty day is closed. */
  days: readonly (readonly Span[])[];
  /** On public holidays; undefined: nothing is said of them. */
  holidays?: readonly Span[];
}

/** Minutes since midnight; `until` is after `from`. */
export interface Span {
  from: number;
  until: number;
}

export type ReadHours =
  | { kind: 'hours'; hours: OpeningHours }
  /** `part` is what can't be read, or is open twice at once. */
  | { kind: 'fault'; fault: 'form' | 'time' | 'overlap'; part: string };

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
const DAY = '(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)';
const SPAN = '\\d{1,2}:\\d{2}-\\d{1,2}:\\d{2}';
const RULE = new RegExp(
  `^(?<days>${DAY}(?:-${DAY})?(?:,${DAY}(?:-${DAY})?)*)? ?(?<times>${SPAN}(?:,${SPAN})*|off|closed)$`,
);
/** A comma between a time and a day adds to what was said; a semicolon replaces it for the days that it names. */
const NEXT_RULE = new RegExp(`;|(?<=\\d),(?= ?${DAY})`);
const MOST_LETTERS = 200;
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const HOLIDAYS = 7;

class Fault extends Error {
  readonly fault: 'form' | 'time' | 'overlap';
  readonly part: string;
  constructor(fault: 'form' | 'time' | 'overlap', part: string) {
    super(fault);
    this.fault = fault;
    this.part = part;
  }
}

/** Reads `typed`; blanks, long dashes and full stops instead of colons are forgiven. */
export function readOpeningHours(typed: string): ReadHours {
  const text = tidy(typed);
  try {
    if (text === '' || text.length > MOST_LETTERS) throw new Fault('form', text.slice(0, 40));
    return { kind: 'hours', hours: text === '24/7' ? alwaysOpen() : weekOf(text) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { kind: 'fault', fault: error.fault, part: error.part };
  }
}

/** `typed` in the one spelling that is kept. */
export const tidy = (typed: string): string =>
  typed
    .trim()
    .replace(/[–—]/g, '-')
    .replace(/(\d)\.(\d{2})/g, '$1:$2')
    .replace(/\s*-\s*/g, '-')
    .replace(/\s*([,;])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/;$/, '')
    .replaceAll(';', '; ');

function weekOf(text: string): OpeningHours {
  const week: Span[][] = Array.from({ length: 8 }, () => []);
  let saysHolidays = false;
  for (const { rule, adds } of rulesOf(text)) {
    const { days, times } = RULE.exec(rule)?.groups ?? {};
    if (times === undefined) throw new Fault('form', rule);
    const spans = times === 'off' || times === 'closed' ? [] : times.split(',').map(spanOf);
    for (const day of days === undefined ? EVERY_DAY : days.split(',').flatMap(daysOf)) {
      if (day === HOLIDAYS) saysHolidays = true;
      week[day] = adds ? [...(week[day] ?? []), ...spans] : spans;
    }
  }
  for (const spans of week) sortWithoutOverlap(spans);
  return { days: week.slice(0, HOLIDAYS), ...(saysHolidays && { holidays: week[HOLIDAYS] ?? [] }) };
}

function rulesOf(text: string): { rule: string; adds: boolean }[] {
  const rules: { rule: string; adds: boolean }[] = [];
  let rest = text;
  let adds = false;
  for (;;) {
    const next = NEXT_RULE.exec(rest);
    rules.push({ rule: rest.slice(0, next?.index ?? rest.length).trim(), adds });
    if (!next) return rules;
    adds = next[0] === ',';
    rest = rest.slice(next.index + 1);
  }
}

function daysOf(part: string): number[] {
  const [first = '', last = first] = part.split('-');
  const from = numberOf(first);
  const until = numberOf(last);
  if (from === HOLIDAYS || until === HOLIDAYS) {
    if (first !== last) throw new Fault('form', part);
    return [HOLIDAYS];
  }
  const count = ((until - from + 7) % 7) + 1;
  return Array.from({ length: count }, (_, step) => (from + step) % 7);
}

const numberOf = (day: string): number => (day === 'PH' ? HOLIDAYS : DAYS.indexOf(day as (typeof DAYS)[number]));

function spanOf(part: string): Span {
  const [from = -1, until = -1] = part.split('-').map(minutesOf);
  if (from < 0 || until < 0 || from >= until) throw new Fault('time', part);
  return { from, until };
}

function minutesOf(time: string): number {
  const [hours = 99, minutes = 99] = time.split(':').map(Number);
  return minutes < 60 && hours * 60 + minutes <= 24 * 60 ? hours * 60 + minutes : -1;
}

function sortWithoutOverlap(spans: Span[]): void {
  spans.sort((a, b) => a.from - b.from);
  for (const [index, span] of spans.entries()) {
    const before = spans[index - 1];
    if (before && before.until > span.from) throw new Fault('overlap', `${clock(before)}, ${clock(span)}`);
  }
}

const alwaysOpen = (): OpeningHours => ({ days: EVERY_DAY.map(() => [{ from: 0, until: 24 * 60 }]) });

/** `08:00-11:30` */
const clock = ({ from, until }: Span): string => `${timeOf(from)}-${timeOf(until)}`;

/** `08:00` */
export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
