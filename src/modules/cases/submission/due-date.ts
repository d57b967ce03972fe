import Holidays from 'date-holidays';
import type { Country } from '../../../platform/i18n/language.ts';

const calendars = new Map<string, Holidays>();

/** The public holidays of a canton (`GL`) or a Land (`10`, its number). @see date-holidays, CC-BY-SA-3.0 */
function calendarOf(country: Country, region: string): Holidays {
  const state = country === 'ch' ? region : (LAENDER[region] ?? region);
  const name = `${country} ${state}`;
  let calendar = calendars.get(name);
  if (!calendar) {
    calendar = new Holidays(country.toUpperCase(), state);
    calendars.set(name, calendar);
  }
  return calendar;
}

const LAENDER: Record<string, string> = {
  '01': 'SH',
  '02': 'HH',
  '03': 'NI',
  '04': 'HB',
  '05': 'NW',
  '06': 'HE',
  '07': 'RP',
  '08': 'BW',
  '09': 'BY',
  '10': 'SL',
  '11': 'BE',
  '12': 'BB',
  '13': 'MV',
  '14': 'SN',
  '15': 'ST',
  '16': 'TH',
};

/** True when offices are open: neither weekend nor a public holiday of the canton or Land. */
export const isWorkingDay = (day: Temporal.PlainDate, place: { country: Country; region: string }): boolean =>
  day.dayOfWeek <= 5 && !isPublicHoliday(day.toString(), place);

const known = new Map<string, boolean>();
const MOST_KNOWN = 20_000;

/** Asking the calendar takes milliseconds, and the same few days are asked for again and again. */
function isPublicHoliday(day: string, { country, region }: { country: Country; region: string }): boolean {
  const name = `${country} ${region} ${day}`;
  const before = known.get(name);
  if (before !== undefined) return before;
  const found = calendarOf(country, region).isHoliday(`${day} 12:00:00`);
  const isPublic = found !== false && found.some((holiday: { type: string }) => holiday.type === 'public');
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, isPublic);
  return isPublic;
}

/** The day on which `days` working days after `start` have passed; the day of receipt does not count. */
export function addWorkingDays(
  start: Temporal.PlainDate,
  days: number,
  place: { country: Country; region: string },
): Temporal.PlainDate {
  let day = start;
  for (let left = days; left > 0; ) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day, place)) left--;
  }
  return day;
}
