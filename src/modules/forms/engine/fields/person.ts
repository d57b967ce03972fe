import { contextOf, DATE, STRING } from '../feel/feel-value.ts';
import {
  EMPTY,
  type FieldError,
  type FieldKind,
  good,
  type Options,
  type Parsed,
  type Setting,
  type Typed,
  textOf,
  type Value,
  wrong,
} from '../field-kind.ts';
import { parseDate, spellDate, typeDate } from './date.ts';
import { parseLine } from './text.ts';

const PARTS = ['givenName', 'familyName', 'birthdate.day', 'birthdate.month', 'birthdate.year'] as const;
const BORN: Options = { most: 'today' };

/** Given names and family name as in the passport, and the day of birth. */
export const person: FieldKind = {
  optionsSchema: { properties: {} },
  parts: () => PARTS,
  parse: (typed, _options, setting) => parsePerson(typed, '', setting),
  type: (value) => typePerson(value, ''),
  display: (value, _options, setting) => spellPerson(value, setting),
  feelType: () => PERSON_TYPE,
  schema: () => PERSON_SCHEMA,
  fromAttributes({ givenName, familyName, birthdate }) {
    return givenName && familyName && birthdate ? { givenName, familyName, birthdate } : undefined;
  },
};

export const PERSON_TYPE = contextOf({ givenName: STRING, familyName: STRING, birthdate: DATE });
export const PERSON_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['givenName', 'familyName', 'birthdate'],
  properties: {
    givenName: { type: 'string', maxLength: 100 },
    familyName: { type: 'string', maxLength: 100 },
    birthdate: { type: 'string', format: 'date' },
  },
};

/** A person whose parts begin with `prefix`; nothing typed is `empty`. */
export function parsePerson(typed: Typed, prefix: string, setting: Setting): Parsed {
  if (PARTS.every((part) => textOf(typed, prefix + part) === '')) return EMPTY;
  const given = parseLine(typed, `${prefix}givenName`, 100);
  const family = parseLine(typed, `${prefix}familyName`, 100);
  const born = parseDate(typed, `${prefix}birthdate.`, BORN, setting);
  const errors: FieldError[] = [
    ...errorsOf(given, `${prefix}givenName`),
    ...errorsOf(family, `${prefix}familyName`),
    ...errorsOf(born, `${prefix}birthdate.day`),
  ];
  if (errors.length > 0) return { kind: 'wrong', errors: errors as [FieldError, ...FieldError[]] };
  return good({ givenName: wordOf(given), familyName: wordOf(family), birthdate: wordOf(born) });
}

const wordOf = (parsed: Parsed): Value => (parsed.kind === 'value' ? parsed.value : '');

function errorsOf(parsed: Parsed, part: string): readonly FieldError[] {
  const lacking = parsed.kind === 'empty' ? wrong('missing', part) : parsed;
  return lacking.kind === 'wrong' ? lacking.errors : [];
}

export function typePerson(value: Value, prefix: string): Typed {
  const { givenName, familyName, birthdate } = value as Record<string, Value>;
  return {
    [`${prefix}givenName`]: [String(givenName)],
    [`${prefix}familyName`]: [String(familyName)],
    ...typeDate(String(birthdate), `${prefix}birthdate.`),
  };
}

export function spellPerson(value: Value, setting: Setting): string {
  const { givenName, familyName, birthdate } = value as Record<string, Value>;
  return `${givenName} ${familyName}, ${spellDate(String(birthdate), setting)}`;
}
