import { listOf } from '../feel/feel-value.ts';
import {
  EMPTY,
  type FieldError,
  type FieldKind,
  good,
  numberIn,
  type Options,
  type Typed,
  type Value,
  wrong,
} from '../field-kind.ts';
import { PERSON_SCHEMA, PERSON_TYPE, parsePerson, spellPerson, typePerson } from './person.ts';

const MOST = 12;

/** Several people in rows `0.givenName`, `1.givenName`, …; rows in which nothing stands don't count. */
export const people: FieldKind = {
  optionsSchema: {
    properties: {
      least: { type: 'integer', minimum: 1, maximum: 20 },
      most: { type: 'integer', minimum: 1, maximum: 20 },
    },
  },
  parts: (options) =>
    Array.from({ length: mostOf(options) }, (_, row) => Object.keys(typePerson(BLANK, `${row}.`))).flat(),
  parse(typed, options, setting) {
    const rows = rowsOf(typed).map((row) => parsePerson(typed, `${row}.`, setting));
    const errors = rows.flatMap((row) => (row.kind === 'wrong' ? row.errors : []));
    if (errors.length > 0) return { kind: 'wrong', errors: errors as [FieldError, ...FieldError[]] };
    const all = rows.flatMap((row) => (row.kind === 'value' ? [row.value] : []));
    if (all.length === 0) return EMPTY;
    const least = numberIn(options, 'least', 1);
    if (all.length < least) return wrong('too-few', '', least);
    return all.length > mostOf(options) ? wrong('too-many', '', mostOf(options)) : good(all);
  },
  type: (value) => Object.assign({}, ...(value as Value[]).map((one, row) => typePerson(one, `${row}.`))) as Typed,
  display: (value, _options, setting) => (value as Value[]).map((one) => spellPerson(one, setting)).join('; '),
  feelType: () => listOf(PERSON_TYPE),
  schema: (options) => ({
    type: 'array',
    minItems: numberIn(options, 'least', 1),
    maxItems: mostOf(options),
    items: PERSON_SCHEMA,
  }),
};

const BLANK = { givenName: '', familyName: '', birthdate: '' };
export const mostOf = (options: Options): number => numberIn(options, 'most', MOST);

/** Numbers of the rows of which something was sent, in order. */
export function rowsOf(typed: Typed): number[] {
  const rows = new Set<number>();
  for (const part of Object.keys(typed)) {
    const row = /^(\d{1,2})\./.exec(part)?.[1];
    if (row !== undefined) rows.add(Number(row));
  }
  return [...rows].sort((a, b) => a - b);
}
