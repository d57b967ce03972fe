import { spellDay, spellMoment } from '../../../platform/i18n/spell.ts';
import type { Visit } from '../../identity/index.ts';

type Place = Pick<Visit, 'locale' | 'portal'>;

/** `24. November 2026`, where the portal is. */
export const dayOf = (visit: Place, at: Date): string =>
  spellMoment(at.toTemporalInstant().toZonedDateTimeISO(visit.portal.timeZone), visit.locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });

/** `24. November 2026 um 14:05`, where the portal is. */
export const momentOf = (visit: Place, at: Date | Temporal.Instant): string =>
  spellMoment(
    (at instanceof Date ? at.toTemporalInstant() : at).toZonedDateTimeISO(visit.portal.timeZone),
    visit.locale,
    { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  );

/** `Mittwoch, 25. November 2026` of a plain date `2026-11-25`. */
export const weekdayOf = (visit: Place, date: string): string =>
  spellDay(Temporal.PlainDate.from(date), visit.locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
