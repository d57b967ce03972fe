import type { Visit } from '../../../modules/identity/index.ts';

/** `24.11.2026, 10:00`, in the time of the portal's place. */
export const momentIn = (visit: Visit, at: Temporal.Instant): string =>
  at
    .toZonedDateTimeISO(visit.portal.timeZone)
    .toLocaleString(visit.locale, { dateStyle: 'medium', timeStyle: 'short' });
