import type { Visit } from '../../../modules/identity/index.ts';
import { dayWords } from '../inbox/due-words.ts';
import { todayOf } from '../inbox/question.ts';
import { textsFor } from '../texts/index.ts';

/** `heute 14:05`, `gestern 21:14`, `Do 26.11. 08:30`. */
export function momentWords(visit: Visit, at: Date): string {
  const t = textsFor(visit.language, visit.portal.country).due;
  const moment = at.toTemporalInstant().toZonedDateTimeISO(visit.portal.timeZone);
  const today = todayOf(visit);
  const days = moment.toPlainDate().until(today).days;
  const time = moment.toLocaleString(visit.locale, { hour: '2-digit', minute: '2-digit' });
  const day = days === 0 ? t.today : days === 1 ? t.yesterday : dayWords(moment.toPlainDate(), today, visit.locale);
  return `${day} ${time}`;
}
