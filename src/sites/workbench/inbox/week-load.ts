import type { Visit } from '../../../modules/identity/index.ts';
import type { Html } from '../../../platform/html/html.ts';
import { spellDay } from '../../../platform/i18n/spell.ts';
import { loadPicture } from '../../../ui/index.ts';
import { textsFor } from '../texts/index.ts';
import { dayWords } from './due-words.ts';

const DAYS = 5;

/** What is late, and what falls due on the next working days, as a picture with its text. */
export function weekLoad(
  visit: Visit,
  load: readonly { day: string; count: number }[],
  today: Temporal.PlainDate,
): Html {
  const t = textsFor(visit.language, visit.portal.country);
  const counts = new Map(load.map(({ day, count }) => [day, count]));
  const late = counts.get(today.subtract({ days: 1 }).toString()) ?? 0;
  const days: { label: string; said: string; count: number }[] = [];
  for (let ahead = 0; days.length < DAYS && ahead < 14; ahead++) {
    const day = today.add({ days: ahead });
    const count = counts.get(day.toString()) ?? 0;
    if (day.dayOfWeek > 5 && count === 0) continue;
    const said = ahead === 0 ? t.due.today : ahead === 1 ? t.due.tomorrow : dayWords(day, today, visit.locale);
    const label = spellDay(day, visit.locale, { weekday: 'short' }).replace('.', '');
    days.push({ label, said, count });
  }
  const said = [
    ...(late > 0 ? [{ said: t.inbox.loadLate, count: late }] : []),
    ...days.filter(({ count }) => count > 0),
  ];
  const words = said.map((each) => t.inbox.loadCount(each.said, each.count)).join(', ');
  const bars = [{ label: '!', count: late, late: true }, ...days.map(({ label, count }) => ({ label, count }))];
  return loadPicture({ days: bars }, words === '' ? t.inbox.loadNone : t.inbox.loadText(words));
}
