import { spellDay } from '../../../platform/i18n/spell.ts';
import type { Texts } from '../texts/index.ts';

export interface Due {
  /** `gestern`, `heute`, `Do 26.11.` */
  words: string;
  tone: 'late' | 'today' | 'later';
}

/** A due date as one says it. @param dueOn ISO date */
export function dueWords(dueOn: string, today: Temporal.PlainDate, locale: string, t: Texts['due']): Due {
  const date = Temporal.PlainDate.from(dueOn);
  const days = today.until(date).days;
  if (days < -1) return { words: t.daysAgo(-days), tone: 'late' };
  if (days === -1) return { words: t.yesterday, tone: 'late' };
  if (days === 0) return { words: t.today, tone: 'today' };
  if (days === 1) return { words: t.tomorrow, tone: 'later' };
  return { words: dayWords(date, today, locale), tone: 'later' };
}

/** `Do 26.11.`; with the year where it is another. */
export function dayWords(date: Temporal.PlainDate, today: Temporal.PlainDate, locale: string): string {
  const weekday = spellDay(date, locale, { weekday: 'short' }).replace('.', '');
  const year = date.year === today.year ? {} : ({ year: 'numeric' } as const);
  return `${weekday} ${spellDay(date, locale, { day: 'numeric', month: 'numeric', ...year })}`;
}
