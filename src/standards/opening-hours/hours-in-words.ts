import type { Language } from '../../platform/i18n/language.ts';
import { type OpeningHours, type Span, timeOf } from './opening-hours.ts';

/** One line of a table of opening hours. */
export interface HoursLine {
  /** `Montag bis Freitag`, `Feiertage`. */
  days: string;
  /** `08:00–11:30 und 14:00–17:00`, or `geschlossen`. */
  times: string;
}

interface Words {
  and: string;
  to: string;
  closed: string;
  allDay: string;
  holidays: string;
}

const WORDS: Record<Language, Words> = {
  de: { and: 'und', to: 'bis', closed: 'geschlossen', allDay: 'rund um die Uhr', holidays: 'Feiertage' },
  fr: { and: 'et', to: 'à', closed: 'fermé', allDay: '24 heures sur 24', holidays: 'Jours fériés' },
  it: { and: 'e', to: 'a', closed: 'chiuso', allDay: '24 ore su 24', holidays: 'Giorni festivi' },
  en: { and: 'and', to: 'to', closed: 'closed', allDay: 'around the clock', holidays: 'Public holidays' },
};

/**
 * `hours` as people say them, days that are alike in one line. Closed days are said only when nothing is open at all.
 * `range` says a span of time in a text that is not a table.
 */
export function hoursInWords(
  { days, holidays }: OpeningHours,
  language: Language,
  range: (from: string, until: string) => string = (from, until) => `${from}–${until}`,
): HoursLine[] {
  const words = WORDS[language];
  const times = (spans: readonly Span[]) => timesText(spans, words, range);
  const lines = groupsOf(days)
    .filter(({ spans }) => spans.length > 0)
    .map(({ from, until, spans }) => ({ days: daysText(from, until, language), times: times(spans) }));
  if (lines.length === 0) lines.push({ days: daysText(0, 6, language), times: words.closed });
  if (holidays) lines.push({ days: words.holidays, times: times(holidays) });
  return lines;
}

function groupsOf(days: OpeningHours['days']): { from: number; until: number; spans: readonly Span[] }[] {
  const groups: { from: number; until: number; spans: readonly Span[] }[] = [];
  for (const [day, spans] of days.entries()) {
    const last = groups.at(-1);
    if (last && JSON.stringify(last.spans) === JSON.stringify(spans)) last.until = day;
    else groups.push({ from: day, until: day, spans });
  }
  return groups;
}

function daysText(from: number, until: number, language: Language): string {
  const { and, to } = WORDS[language];
  const first = capital(dayName(from, language));
  if (from === until) return first;
  return `${first} ${until === from + 1 ? and : to} ${dayName(until, language)}`;
}

/** 5 January 1970 was a Monday. */
const dayName = (day: number, language: Language): string =>
  Temporal.PlainDate.from('1970-01-05').add({ days: day }).toLocaleString(language, { weekday: 'long' });

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function timesText(spans: readonly Span[], words: Words, range: (from: string, until: string) => string): string {
  if (spans.length === 0) return words.closed;
  const [only] = spans;
  if (only?.from === 0 && only.until === 24 * 60) return words.allDay;
  const texts = spans.map(({ from, until }) => range(timeOf(from), timeOf(until)));
  const last = texts.pop() ?? '';
  return texts.length === 0 ? last : `${texts.join(', ')} ${words.and} ${last}`;
}
