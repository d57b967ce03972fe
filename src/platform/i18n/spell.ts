/**
 * Dates and amounts as they are written somewhere. Making a formatter takes half a millisecond and using it a tenth, so
 * formatters are kept, and so is what a day is called: a list says the same few days again and again.
 */
const dates = new Map<string, Intl.DateTimeFormat>();
const amounts = new Map<string, Intl.NumberFormat>();
const days = new Map<string, string>();
const MOST_DAYS = 5_000;

function kept<Format>(formats: Map<string, Format>, name: string, make: () => Format): Format {
  const known = formats.get(name);
  if (known) return known;
  const made = make();
  formats.set(name, made);
  return made;
}

const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  kept(dates, `${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options));

/** A day, as `toLocaleString` would say it. */
export function spellDay(day: Temporal.PlainDate, locale: string, options: Intl.DateTimeFormatOptions): string {
  const name = `${locale} ${day.toString()} ${JSON.stringify(options)}`;
  const known = days.get(name);
  if (known !== undefined) return known;
  if (days.size >= MOST_DAYS) days.clear();
  const spelled = dateFormat(locale, options).format(day);
  days.set(name, spelled);
  return spelled;
}

/** A moment by the clocks of its time zone, as `toLocaleString` would say it. */
export const spellMoment = (at: Temporal.ZonedDateTime, locale: string, options: Intl.DateTimeFormatOptions): string =>
  dateFormat(locale, options).format(at.toPlainDateTime());

/** `CHF 20.00` as it is written there. */
export const spellAmount = (amountCents: number, currency: string, locale: string): string =>
  kept(amounts, `${locale} ${currency}`, () => new Intl.NumberFormat(locale, { style: 'currency', currency })).format(
    amountCents / 100,
  );
