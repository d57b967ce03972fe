import type { Visit } from '../../identity/index.ts';

/** A moment as it is written at the portal's place. */
export const timeOf = (visit: Visit, at: Date): string =>
  at.toTemporalInstant().toZonedDateTimeISO(visit.portal.timeZone).toLocaleString(visit.locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
