/**
 * Opening hours as authorities write them, in the syntax of OpenStreetMap, as far as counters need it:
 * `Mo-Fr 08:00-12:00,13:30-17:00; Th 13:30-18:00`. A later rule adds to earlier ones of other hours, and replaces those
 * of the same day only where they overlap. What is not understood is undefined: then the rule itself is shown.
 * @see https://wiki.openstreetmap.org/wiki/Key:opening_hours
 */
export interface OpenDay {
  /** 0 is Monday. */
  day: number;
  ranges: readonly { from: string; until: string }[];
}

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const RULE = /^((?:(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?,?)+)\s+((?:\d{2}:\d{2}-\d{2}:\d{2},?\s*)+)$/;

export function readOpeningHours(hours: string): OpenDay[] | undefined {
  const byDay = new Map<number, { from: string; until: string }[]>();
  for (const rule of hours
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')) {
    const [, days, times] = RULE.exec(rule) ?? [];
    if (days === undefined || times === undefined) return undefined;
    const ranges = times.split(',').map((range) => {
      const [from = '', until = ''] = range.trim().split('-');
      return { from, until };
    });
    for (const day of daysIn(days)) {
      const overlaps = (a: { from: string; until: string }) =>
        ranges.some((range) => a.from < range.until && range.from < a.until);
      const before = (byDay.get(day) ?? []).filter((range) => !overlaps(range));
      byDay.set(
        day,
        [...before, ...ranges].sort((a, b) => (a.from < b.from ? -1 : 1)),
      );
    }
  }
  return [...byDay].sort(([a], [b]) => a - b).map(([day, ranges]) => ({ day, ranges }));
}

function daysIn(list: string): number[] {
  return list.split(',').flatMap((part) => {
    const [first = '', last = first] = part.split('-');
    const [from, until] = [DAYS.indexOf(first), DAYS.indexOf(last)];
    return Array.from({ length: Math.max(0, until - from + 1) }, (_, at) => from + at);
  });
}

/** Neighbouring days with the same hours as one line. */
export function groupDays(days: readonly OpenDay[]): { first: number; last: number; ranges: OpenDay['ranges'] }[] {
  const groups: { first: number; last: number; ranges: OpenDay['ranges'] }[] = [];
  const same = (a: OpenDay['ranges'], b: OpenDay['ranges']) => JSON.stringify(a) === JSON.stringify(b);
  for (const { day, ranges } of days) {
    const before = groups.at(-1);
    if (before && before.last === day - 1 && same(before.ranges, ranges)) before.last = day;
    else groups.push({ first: day, last: day, ranges });
  }
  return groups;
}
