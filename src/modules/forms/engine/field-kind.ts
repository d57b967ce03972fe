import type { FeelType, FeelValue } from './feel/feel-value.ts';

/** What was answered, in its one canonical form: JSON, dates as ISO text, identity numbers as digits. */
export type Value = Exclude<FeelValue, null>;

/** What came from the browser for one field: texts by part; '' is the field itself (`birthdate`), else `birthdate.day`. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** Where and in which language something is typed or shown. */
export interface Setting {
  language: 'de' | 'fr' | 'it' | 'en';
  /** BCP 47, for dates: `de-CH`. */
  locale: string;
  country: 'ch' | 'de';
  /** ISO date at the place. */
  today: string;
}

/** What is wrong with a part, as a code that has a text in every language; `limit` goes into the text. */
export interface FieldError {
  part: string;
  code: ErrorCode;
  limit?: string | undefined;
}

export const ERROR_CODES = [
  'missing',
  'too-long',
  'too-short',
  'not-text',
  'number',
  'number-whole',
  'number-least',
  'number-most',
  'date-incomplete',
  'date-year',
  'date-impossible',
  'date-least',
  'date-most',
  'choice-unknown',
  'email',
  'phone',
  'postcode',
  'ahv-digits',
  'ahv-check-digit',
  'tax-id-digits',
  'tax-id-repetition',
  'tax-id-check-digit',
  'too-few',
  'too-many',
  'files-pending',
  'files-refused',
  'rule',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export type Parsed =
  | { kind: 'empty' }
  | { kind: 'value'; value: Value }
  | { kind: 'wrong'; errors: readonly [FieldError, ...FieldError[]] };

/** What a form says about a field of one kind, beside what holds for every field. Plain JSON. */
export type Options = Readonly<Record<string, unknown>>;

/** A JSON Schema 2020-12. */
export type Schema = { [keyword: string]: unknown };

/** What texts a display may need. */
export interface DisplayTexts {
  option(key: string): string;
  yes: string;
  no: string;
}

/** One kind of field. All kinds have this shape; the engine knows them by the registry only (`fields/index.ts`). */
export interface FieldKind {
  /** What the options must look like, as a JSON Schema: `content:check` reads forms with it. */
  readonly optionsSchema: Schema;
  /** Parts in which it is typed, in their order on the page. */
  parts(options: Options): readonly string[];
  parse(typed: Typed, options: Options, setting: Setting): Parsed;
  /** What stands in the inputs for `value`; `parse` makes the same value of it again. */
  type(value: Value, options: Options, setting: Setting): Typed;
  /** As a person reads it. */
  display(value: Value, options: Options, setting: Setting, texts: DisplayTexts): string;
  /** What expressions know of it. */
  feelType(options: Options): FeelType;
  schema(options: Options): Schema;
  /** The value that verified attributes of a person give, if they give all of it. */
  fromAttributes?(attributes: Readonly<Record<string, string | undefined>>): Value | undefined;
}

/** The text of one part, trimmed; several values or none are none. */
export function textOf(typed: Typed, part = ''): string {
  const given = typed[part];
  return given?.length === 1 ? (given[0] ?? '').trim() : '';
}

export const one = (part: string, text: string): Typed => ({ [part]: [text] });

export const wrong = (code: ErrorCode, part = '', limit?: string | number): Parsed => ({
  kind: 'wrong',
  errors: [{ part, code, ...(limit !== undefined && { limit: String(limit) }) }],
});
export const good = (value: Value): Parsed => ({ kind: 'value', value });
export const EMPTY: Parsed = { kind: 'empty' };

export const numberIn = (options: Options, key: string, otherwise: number): number =>
  typeof options[key] === 'number' ? options[key] : otherwise;
export const textIn = (options: Options, key: string): string | undefined =>
  typeof options[key] === 'string' ? options[key] : undefined;
