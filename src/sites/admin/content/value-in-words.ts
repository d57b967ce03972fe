import type { Visit } from '../../../modules/identity/index.ts';
import { type Json, partAt } from '../../../modules/packs/index.ts';
import { hoursInWords, readOpeningHours } from '../../../standards/opening-hours/index.ts';
import { type Texts, textsFor } from '../texts/index.ts';

export const money = (cents: number, currency: string, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).format(cents / 100);

/** A part of a definition as people read it. `path` says what it is. */
export function valueInWords(visit: Visit, path: string, value: Json | undefined): string {
  const t = textsFor(visit.language, visit.portal.country);
  if (value === undefined || value === null) return t.value.nothing;
  if (path === 'fee') return feeInWords(visit, t, value);
  if (path === 'duration') return durationInWords(t, value);
  if (path.endsWith('.hours') && typeof value === 'string') return hoursText(visit, value);
  return plain(visit, t, value);
}

function feeInWords(visit: Visit, t: Texts, value: Json): string {
  const fee = asObject(value);
  const { amountCents, currency } = fee;
  const text =
    fee.none === true || amountCents === 0
      ? t.value.free
      : typeof amountCents === 'number'
        ? money(amountCents, String(currency ?? visit.portal.currency), visit.locale)
        : t.value.byText;
  return text + originInWords(t, fee);
}

function durationInWords(t: Texts, value: Json): string {
  const days = partAt({ value }, 'value.workingDays');
  return typeof days === 'number' ? t.value.workingDays(days) + originInWords(t, asObject(value)) : t.value.nothing;
}

function originInWords(t: Texts, { source, example }: Record<string, Json>): string {
  if (typeof source === 'string' && source !== '') return ` (${source})`;
  return example === true ? ` (${t.value.example})` : '';
}

/** Opening hours in one line of words; what can't be read stays as it is. */
export function hoursText(visit: Visit, hours: string): string {
  const read = readOpeningHours(hours);
  if (read.kind === 'fault') return hours;
  return hoursInWords(read.hours, visit.language)
    .map(({ days, times }) => `${days}: ${times}`)
    .join('; ');
}

function plain(visit: Visit, t: Texts, value: Json): string {
  if (value === true) return t.value.yes;
  if (value === false) return t.value.no;
  if (Array.isArray(value)) return value.map((each) => plain(visit, t, each)).join(', ');
  if (typeof value === 'object' && value !== null)
    return Object.values(value)
      .filter((each) => each !== null)
      .map((each) => plain(visit, t, each))
      .join(', ');
  return String(value);
}

const asObject = (value: Json): Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};

/** What a part is called: `fee` → Gebühr, `offices.residents.hours` → Öffnungszeiten (residents). */
export function partInWords(visit: Visit, path: string): string {
  const { parts, languages } = textsFor(visit.language, visit.portal.country);
  const keys = path.split('.');
  const named = (key: string): string => (Object.hasOwn(parts, key) ? parts[key as keyof typeof parts] : key);
  if (keys[0] === 'texts' && keys[1] && keys[2])
    return `${named(`texts-${keys[2]}`)} (${languages[keys[1] as keyof typeof languages] ?? keys[1]})`;
  if (keys[0] === 'offices' && keys[1] && keys[2]) return `${named(keys[2])} (${keys[1]})`;
  if (keys[0] === 'services' && keys[1]) return `${named('counter')} (${keys[1]})`;
  return named(keys[0] ?? path);
}
