import type { Visit } from '../../../modules/identity/index.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import { NOTICE_KINDS, type Notice } from '../../notice/notice.ts';
import { type Faults, typedIn } from '../content/typed.ts';
import type { Texts } from '../texts/index.ts';

export type ReadNotice = { kind: 'read'; notice: Omit<Notice, 'id'> } | { kind: 'faulty'; faults: Faults };

const MOST_LETTERS = 500;
const MOMENT = /^(\d{1,2})\.(\d{1,2})\.(\d{4}),? +(\d{1,2})[:.](\d{2})$/;

/** A notice as it was typed; times are those of the portal's place. */
export function readNotice(visit: Visit, t: Texts): ReadNotice {
  const field = typedIn(visit);
  const faults: Record<string, string> = {};
  const kind = NOTICE_KINDS.find((each) => each === field('kind'));
  if (!kind) faults.kind = t.notice.faults.kind;
  const where = field('where');
  if (where !== 'here' && where !== 'everywhere') faults.where = t.notice.faults.where;
  const text: Partial<Record<Language, string>> = {};
  for (const language of visit.portal.languages) {
    const typed = field(`text-${language}`);
    if (typed !== '') text[language] = typed;
    if (typed.length > MOST_LETTERS) faults[`text-${language}`] = t.notice.faults.long;
  }
  if (Object.keys(text).length === 0) faults[`text-${visit.portal.languages[0]}`] = t.notice.faults.text;
  const now = visit.clock.now();
  const until = field('until') === '' ? undefined : momentOf(field('until'), visit.portal.timeZone);
  const isPast = until !== undefined && Temporal.Instant.compare(until, now) <= 0;
  if ((field('until') !== '' && !until) || isPast) faults.until = t.notice.faults.until;
  if (!kind || Object.keys(faults).length > 0) return { kind: 'faulty', faults };
  const portal = where === 'here' ? { portal: visit.portal.key } : {};
  return { kind: 'read', notice: { kind, text, from: now, ...portal, ...(until && { until }) } };
}

/** `24.11.2026 18:00` where the portal is; undefined for what is no such moment. */
function momentOf(typed: string, timeZone: string): Temporal.Instant | undefined {
  const [, day, month, year, hour, minute] = (MOMENT.exec(typed) ?? []).map(Number);
  if (day === undefined || month === undefined || year === undefined) return undefined;
  try {
    const at = { year, month, day, hour: hour ?? 0, minute: minute ?? 0 };
    return Temporal.PlainDateTime.from(at, { overflow: 'reject' }).toZonedDateTime(timeZone).toInstant();
  } catch {
    return undefined;
  }
}
