import { spellAmount, spellMoment } from '../../../platform/i18n/spell.ts';
import type { Fee } from '../../catalogue/index.ts';
import type { Visit } from '../../identity/index.ts';
import type { ShownFee } from '../submission.ts';

/** `CHF 20.00` as it is written here. */
export const spellMoney = (visit: Visit, amountCents: number, currency: string): string =>
  spellAmount(amountCents, currency, visit.locale);

/** `24. November 2026`. */
export const spellDay = (visit: Visit, at: Temporal.Instant): string =>
  spellMoment(at.toZonedDateTimeISO(visit.portal.timeZone), visit.locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });

/** `14:05`. */
export const spellTime = (visit: Visit, at: Temporal.Instant): string =>
  spellMoment(at.toZonedDateTimeISO(visit.portal.timeZone), visit.locale, { hour: '2-digit', minute: '2-digit' });

/** A fee with an amount, for so many copies. */
export const feeFor = (fee: Fee | undefined, copies: number): ShownFee | undefined =>
  fee?.kind === 'amount'
    ? { amountCents: fee.amountCents, currency: fee.currency, copies, isExample: fee.isExample }
    : undefined;
