import { STRING } from '../feel/feel-value.ts';
import { EMPTY, type FieldKind, good, one, textOf, wrong } from '../field-kind.ts';

/**
 * The German tax identification number: 11 digits, of whose first ten exactly one stands two or three times (never
 * three in a row), the last a check digit. Numbers for tests begin with 0, so 0 is not refused here.
 * @see AO § 139b; StIdV § 1; ISO/IEC 7064 MOD 11,10
 */
export const germanTaxId: FieldKind = {
  optionsSchema: { properties: {} },
  parts: () => [''],
  parse(typed) {
    const digits = textOf(typed).replace(/[\s/-]/g, '');
    if (digits === '') return EMPTY;
    if (!/^\d{11}$/.test(digits)) return wrong('tax-id-digits');
    if (!isRepetitionRight(digits.slice(0, 10))) return wrong('tax-id-repetition');
    return checkDigitOf(digits.slice(0, 10)) === Number(digits[10]) ? good(digits) : wrong('tax-id-check-digit');
  },
  type: (value) => one('', spell(String(value))),
  display: (value) => spell(String(value)),
  feelType: () => STRING,
  schema: () => ({ type: 'string', pattern: '^\\d{11}$' }),
  fromAttributes: ({ taxId: known }) => (known && /^\d{11}$/.test(known) ? known : undefined),
};

function isRepetitionRight(ten: string): boolean {
  const counts = new Map<string, number>();
  for (const digit of ten) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  return repeated.length === 1 && (repeated[0] ?? 0) <= 3 && !/(\d)\1\1/.test(ten);
}

/** The 11th digit that belongs to ten others. */
export function checkDigitOf(ten: string): number {
  let product = 10;
  for (const digit of ten) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10;
}

const spell = (digits: string) =>
  `${digits.slice(0, 2)} ${digits.slice(2, 5)} ${digits.slice(5, 8)} ${digits.slice(8)}`;
