import { contextOf, STRING } from '../feel/feel-value.ts';
import {
  EMPTY,
  type FieldError,
  type FieldKind,
  good,
  type Parsed,
  type Setting,
  textOf,
  type Value,
  wrong,
} from '../field-kind.ts';
import { parseLine } from './text.ts';

const PARTS = ['street', 'postcode', 'locality'] as const;
const LONGEST = { street: 100, postcode: 10, locality: 60 } as const;

/** Street with house number, postcode, place: in the country of the portal. */
export const address: FieldKind = {
  optionsSchema: { properties: {} },
  parts: () => PARTS,
  parse(typed, _options, setting) {
    if (PARTS.every((part) => textOf(typed, part) === '')) return EMPTY;
    const parsed = PARTS.map((part) => parsePart(part, parseLine(typed, part, LONGEST[part]), setting));
    const errors = parsed.flatMap((one) => (one.kind === 'wrong' ? one.errors : []));
    if (errors.length > 0) return { kind: 'wrong', errors: errors as [FieldError, ...FieldError[]] };
    return good(Object.fromEntries(PARTS.map((part, at) => [part, (parsed[at] as { value: Value }).value])));
  },
  type: (value) =>
    Object.fromEntries(PARTS.map((part) => [part, [String((value as Record<string, Value>)[part] ?? '')]])),
  display(value) {
    const { street, postcode, locality } = value as Record<string, Value>;
    return `${street}, ${postcode} ${locality}`;
  },
  feelType: () => contextOf({ street: STRING, postcode: STRING, locality: STRING }),
  schema: () => ({
    type: 'object',
    additionalProperties: false,
    required: [...PARTS],
    properties: {
      street: { type: 'string', maxLength: LONGEST.street },
      postcode: { type: 'string', pattern: '^\\d{4,5}$' },
      locality: { type: 'string', maxLength: LONGEST.locality },
    },
  }),
  fromAttributes({ street, postcode, locality }) {
    return street && postcode && locality ? { street, postcode, locality } : undefined;
  },
};

function parsePart(part: (typeof PARTS)[number], parsed: Parsed, setting: Setting): Parsed {
  if (parsed.kind === 'empty') return wrong('missing', part);
  if (part !== 'postcode' || parsed.kind === 'wrong') return parsed;
  const digits = setting.country === 'ch' ? /^[1-9]\d{3}$/ : /^\d{5}$/;
  return digits.test(String(parsed.value)) ? parsed : wrong('postcode', part, setting.country === 'ch' ? 4 : 5);
}
