import { type Definition, type Json, partAt, withPart } from '../../../modules/packs/index.ts';
import type { Faults } from '../content/typed.ts';
import type { Texts } from '../texts/index.ts';

/** Fee and duration as they stand in the form's fields. */
export interface FeeFields {
  fee: string;
  amount: string;
  feeSource: string;
  days: string;
  daysSource: string;
}

/** What the fields show before anybody has typed: the authority's own say, where it has one. */
export function feeFieldsOf(mine: Definition): FeeFields {
  const amount = partAt(mine, 'fee.amountCents');
  const days = partAt(mine, 'duration.workingDays');
  return {
    fee: typeof amount === 'number' ? 'amount' : partAt(mine, 'fee.none') === true ? 'free' : 'above',
    amount: typeof amount === 'number' ? (amount / 100).toFixed(amount % 100 === 0 ? 0 : 2) : '',
    feeSource: textOf(partAt(mine, 'fee.source')),
    days: typeof days === 'number' ? String(days) : '',
    daysSource: textOf(partAt(mine, 'duration.source')),
  };
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

const MOST_CENTS = 10_000_000;
/** Naturalisation takes longer than a year. */
const MOST_DAYS = 999;
const MOST_LETTERS = 200;

export type ReadFee = { kind: 'read'; definition: Definition } | { kind: 'faulty'; faults: Faults };

/** `mine` with the fee and the duration that `typed` says. A value without a source is an example, and says so. */
export function readFee(mine: Definition, typed: FeeFields, currency: string, t: Texts): ReadFee {
  const faults: Record<string, string> = {};
  const cents = typed.fee === 'amount' ? centsOf(typed.amount) : 0;
  if (!['above', 'amount', 'free'].includes(typed.fee)) faults.fee = t.service.faults.fee;
  if (typed.fee === 'amount' && (cents === undefined || cents > MOST_CENTS)) faults.amount = t.service.faults.amount;
  const days = /^\d{1,3}$/.test(typed.days) ? Number(typed.days) : undefined;
  if (typed.days !== '' && (days === undefined || days < 1 || days > MOST_DAYS)) faults.days = t.service.faults.days;
  if (typed.feeSource.length > MOST_LETTERS) faults.feeSource = t.service.faults.long;
  if (typed.daysSource.length > MOST_LETTERS) faults.daysSource = t.service.faults.long;
  if (Object.keys(faults).length > 0) return { kind: 'faulty', faults };
  const isFree = typed.fee === 'free' || cents === 0;
  // `null` takes away what stands above: an amount and «none», a source and an example don't go together.
  const fee =
    typed.fee === 'above'
      ? undefined
      : {
          amountCents: isFree ? null : (cents ?? null),
          currency: isFree ? null : currency,
          none: isFree ? true : null,
          text: null,
          ...originOf(typed.feeSource),
        };
  const duration = days === undefined ? undefined : { workingDays: days, ...originOf(typed.daysSource) };
  return { kind: 'read', definition: withPart(withPart(mine, 'fee', fee), 'duration', duration) };
}

const originOf = (source: string) => (source === '' ? { example: true, source: null } : { source, example: null });

/** `20`, `12.50`, `12,5`, `1'000.-` in cents. */
function centsOf(typed: string): number | undefined {
  const [, whole, part = ''] = /^(\d{1,9})(?:[.,](\d{1,2}|-|–))?$/.exec(typed.replace(/['’ ]/g, '')) ?? [];
  if (whole === undefined) return undefined;
  return Number(whole) * 100 + (/\d/.test(part) ? Number(part.padEnd(2, '0')) : 0);
}
