import type { Visit } from '../../identity/index.ts';
import type { Channel, Fee } from '../service-at.ts';
import type { Texts } from './texts/index.ts';

/** `CHF 20.00` as it is written here. */
const spellMoney = (locale: string, amountCents: number, currency: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amountCents / 100);

export function spellFee(visit: Pick<Visit, 'locale'>, t: Texts, fee: Fee | undefined): string {
  if (!fee) return t.service.costUnknown;
  if (fee.kind === 'amount') return spellMoney(visit.locale, fee.amountCents, fee.currency);
  return fee.kind === 'none' ? t.service.costNone : t.service.costDepends;
}

/** «am Schalter oder per Post»; nothing where no way is known. */
export const spellWays = (t: Texts, channels: readonly Channel[]): string =>
  channels
    .filter((channel) => channel !== 'online')
    .map((channel) => t.service.ways[channel])
    .join(` ${t.service.or} `);
