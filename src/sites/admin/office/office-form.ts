import { type Definition, type Json, partAt, withPart } from '../../../modules/packs/index.ts';
import type { Office } from '../../../modules/territory/index.ts';
import type { Country } from '../../../platform/i18n/language.ts';
import { readOpeningHours, tidy } from '../../../standards/opening-hours/index.ts';
import type { Faults } from '../content/typed.ts';
import type { Texts } from '../texts/index.ts';

export const OFFICE_FIELDS = ['street', 'postcode', 'locality', 'phone', 'email', 'hours', 'isReal'] as const;
export type OfficeFields = Record<(typeof OFFICE_FIELDS)[number], string>;

export const officeFieldsOf = (office: Office): OfficeFields => ({
  street: office.address?.street ?? '',
  postcode: office.address?.postcode ?? '',
  locality: office.address?.locality ?? '',
  phone: office.phone ?? '',
  email: office.email ?? '',
  hours: office.hours ?? '',
  isReal: '',
});

export type ReadOffice = { kind: 'read'; definition: Definition } | { kind: 'faulty'; faults: Faults };

const MOST_LETTERS = 100;
const POSTCODE_DIGITS: Record<Country, number> = { ch: 4, de: 5 };

/** `mine` with what `typed` says of the office `key` otherwise than what stands above. */
export function readOffice(
  of: { mine: Definition; above: Definition; key: string; country: Country },
  typed: OfficeFields,
  t: Texts,
): ReadOffice {
  const faults = faultsOf(typed, of.country, t);
  if (Object.keys(faults).length > 0) return { kind: 'faulty', faults };
  const { street, postcode, locality, phone, email } = typed;
  const values: Record<string, Json> = {
    address: street === '' ? null : { street, postcode, locality },
    phone: phone || null,
    email: email || null,
    hours: typed.hours === '' ? null : tidy(typed.hours),
    ...(typed.isReal === 'yes' && { example: false }),
  };
  let definition = of.mine;
  for (const [name, value] of Object.entries(values)) {
    const path = `offices.${of.key}.${name}`;
    const isAsAbove = isSame(partAt(of.above, path) ?? null, value);
    definition = withPart(definition, path, isAsAbove ? undefined : value);
  }
  return { kind: 'read', definition };
}

function faultsOf(typed: OfficeFields, country: Country, t: Texts): Faults {
  const faults: Record<string, string> = {};
  const { street, postcode, locality, phone, email, hours } = typed;
  for (const name of ['street', 'locality', 'phone', 'email'] as const)
    if (typed[name].length > MOST_LETTERS) faults[name] = t.office.faults.long;
  const parts = [street, postcode, locality].filter((part) => part !== '').length;
  if (parts > 0 && parts < 3)
    faults[street === '' ? 'street' : postcode === '' ? 'postcode' : 'locality'] = t.office.faults.address;
  const digits = POSTCODE_DIGITS[country];
  if (postcode !== '' && !(postcode.length === digits && /^\d+$/.test(postcode)))
    faults.postcode = t.office.faults.postcode(digits);
  if (phone !== '' && !/^\+?[\d ()/.-]{5,39}$/.test(phone)) faults.phone = t.office.faults.phone;
  if (email !== '' && !/^[^@\s<>"]+@[^@\s<>"]+\.[^@\s<>".]+$/.test(email)) faults.email = t.office.faults.email;
  const read = hours === '' ? undefined : readOpeningHours(hours);
  if (read?.kind === 'fault') faults.hours = t.office.faults[read.fault](read.part);
  return faults;
}

const isSame = (a: Json, b: Json): boolean => canonical(a) === canonical(b);
const canonical = (value: Json): string =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : JSON.stringify(value);
