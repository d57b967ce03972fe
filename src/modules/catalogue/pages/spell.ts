import { spellAmount } from '../../../platform/i18n/spell.ts';
import type { Visit } from '../../identity/index.ts';
import type { Channel, Fee } from '../service-at.ts';
import type { Texts } from './texts/index.ts';

export function spellFee(visit: Pick<Visit, 'locale'>, t: Texts, fee: Fee | undefined): string {
  if (!fee) return t.service.costUnknown;
  if (fee.kind === 'amount') return spellAmount(fee.amountCents, fee.currency, visit.locale);
  return fee.kind === 'none' ? t.service.costNone : t.service.costDepends;
}

/** «am Schalter oder per Post»; nothing where no way is known. */
export const spellWays = (t: Texts, channels: readonly Channel[]): string =>
  channels
    .filter((channel) => channel !== 'online')
    .map((channel) => t.service.ways[channel])
    .join(` ${t.service.or} `);
