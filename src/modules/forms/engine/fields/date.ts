import { DATE } from '../feel/feel-value.ts';
import {
  EMPTY,
  type FieldKind,
  good,
  type Options,
  type Parsed,
  type Setting,
  type Typed,
  textIn,
  textOf,
  wrong,
} from '../field-kind.ts';

/** A day of the calendar, typed in three parts, kept as ISO text: no time, so no time zone can move it. */
export const date: FieldKind = {
  optionsSchema: {
    properties: {
      least: { type: 'string', pattern: '^(today|\\d{4}-\\d{2}-\\d{2})$' },
      most: { type: 'string', pattern: '^(today|\\d{4}-\\d{2}-\\d{2})$' },
      autocomplete: { const: 'bday' },
    },
  },
  parts: () => ['day', 'month', 'year'],
  parse: (typed, options, setting) => parseDate(typed, '', options, setting),
  type: (value) => typeDate(String(value), ''),
  display: (value, _options, setting) => spellDate(String(value), setting),
  feelType: () => DATE,
  schema: () => ({ type: 'string', format: 'date' }),
};

/** The date in the parts `prefix`day, `prefix`month, `prefix`year. An error stands at the part that is wrong. */
export function parseDate(typed: Typed, prefix: string, options: Options, setting: Setting): Parsed {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => textOf(typed, prefix + part)) as [
    string,
    string,
    string,
  ];
  if (day === '' && month === '' && year === '') return EMPTY;
  const lacking = day === '' ? 'day' : month === '' ? 'month' : year === '' ? 'year' : undefined;
  if (lacking) return wrong('date-incomplete', prefix + lacking);
  const notDigits = !/^\d{1,2}$/.test(day) ? 'day' : !/^\d{1,2}$/.test(month) ? 'month' : undefined;
  if (notDigits) return wrong('date-impossible', prefix + notDigits);
  if (!/^\d{4}$/.test(year)) return wrong('date-year', `${prefix}year`);
  let iso: string;
  try {
    iso = Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    ).toString();
  } catch {
    return wrong('date-impossible', `${prefix}day`);
  }
  const at = (limit: string) => (limit === 'today' ? setting.today : limit);
  const least = at(textIn(options, 'least') ?? '1875-01-01');
  const most = at(textIn(options, 'most') ?? '2200-12-31');
  if (iso < least) return wrong('date-least', `${prefix}day`, spellDate(least, setting));
  if (iso > most) return wrong('date-most', `${prefix}day`, spellDate(most, setting));
  return good(iso);
}

export function typeDate(iso: string, prefix: string): Typed {
  const [year = '', month = '', day = ''] = iso.split('-');
  return {
    [`${prefix}day`]: [String(Number(day))],
    [`${prefix}month`]: [String(Number(month))],
    [`${prefix}year`]: [year],
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** `14. März 1984`. Formatters are kept: to make one takes half a millisecond. */
export function spellDate(iso: string, { locale }: Setting): string {
  const format =
    formats.get(locale) ?? new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  formats.set(locale, format);
  return format.format(Temporal.PlainDate.from(iso));
}
