import type { Fee } from '../../catalogue/index.ts';
import type { Visit } from '../../identity/index.ts';
import type { ShownFee } from '../submission.ts';

/** `CHF 20.00` as it is written here. */
export const spellMoney = (visit: Visit, amountCents: number, currency: string): string =>
  new Intl.NumberFormat(visit.locale, { style: 'currency', currency }).format(amountCents / 100);

/** `24. November 2026`. */
export const spellDay = (visit: Visit, at: Temporal.Instant): string =>
  at
    .toZonedDateTimeISO(visit.portal.timeZone)
    .toLocaleString(visit.locale, { day: 'numeric', month: 'long', year: 'numeric' });

/** `14:05`. */
export const spellTime = (visit: Visit, at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(visit.portal.timeZone).toLocaleString(visit.locale, { hour: '2-digit', minute: '2-digit' });

/** A fee with an amount, for so many copies. */
export const feeFor = (fee: Fee | undefined, copies: number): ShownFee | undefined =>
  fee?.kind === 'amount'
    ? { amountCents: fee.amountCents, currency: fee.currency, copies, isExample: fee.isExample }
    : undefined;
