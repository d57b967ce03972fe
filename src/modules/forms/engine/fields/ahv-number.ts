import { STRING } from '../feel/feel-value.ts';
import { EMPTY, type FieldKind, good, one, textOf, wrong } from '../field-kind.ts';

/**
 * The Swiss social security number, 13 digits that begin with 756 and end with a check digit; kept as digits.
 * @see AHVG Art. 50c and AHVV Art. 133; EAN-13 (GS1 General Specifications §7.9)
 */
export const ahvNumber: FieldKind = {
  optionsSchema: { properties: {} },
  parts: () => [''],
  parse(typed) {
    const digits = textOf(typed).replace(/[\s.-]/g, '');
    if (digits === '') return EMPTY;
    if (!/^756\d{10}$/.test(digits)) return wrong('ahv-digits');
    return hasEan13CheckDigit(digits) ? good(digits) : wrong('ahv-check-digit');
  },
  type: (value) => one('', spell(String(value))),
  display: (value) => spell(String(value)),
  feelType: () => STRING,
  schema: () => ({ type: 'string', pattern: '^756\\d{10}$' }),
  fromAttributes: ({ ahvNumber: known }) => (known && /^756\d{10}$/.test(known) ? known : undefined),
};

/** True when the last of 13 digits follows from the others: weights 1 and 3 in turn, the sum a multiple of ten. */
export function hasEan13CheckDigit(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) sum += Number(digits[at]) * (at % 2 === 0 ? 1 : 3);
  return digits.length === 13 && sum % 10 === 0;
}

const spell = (digits: string) =>
  `${digits.slice(0, 3)}.${digits.slice(3, 7)}.${digits.slice(7, 11)}.${digits.slice(11)}`;
