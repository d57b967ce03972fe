import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import QRCode from 'qrcode';
import { parse } from 'yaml';
import { type Country, inOrthographyOf, localeOf } from '../../../platform/i18n/language.ts';
import { LetterFailed } from '../errors.ts';
import type { LetterAsk } from './letter.ts';

/** What the child is given: a template's path below the content folder, and its data as JSON. */
export interface ComposedLetter {
  template: string;
  json: string;
  /** Seconds; the PDF says it was made then. */
  madeAt: number;
}

type Texts = { [key: string]: string | Texts };

/**
 * Everything that a template shows, in words and figures of the letter's language and country. A template only places
 * it: what people typed stays a string from here to the page.
 */
export function composeLetter(contentDir: string, ask: LetterAsk): ComposedLetter {
  const { language, country } = ask;
  const own = ask.template === 'certificate' ? `services/${serviceFolder(ask.service)}/letters` : 'letters';
  const texts = (folder: string) => textsIn(join(contentDir, folder, 'texts', `${language}.yaml`), country);
  const { verification, ...frame } = ask;
  const on = Temporal.PlainDate.from(ask.date);
  const letter = {
    ...frame,
    t: texts('letters'),
    own: texts(own),
    region: localeOf(language, country).split('-')[1],
    on: { year: on.year, month: on.month, day: on.day },
    date: spellDate(ask, ask.date),
    fields: spelledFields(ask),
    ...(verification && {
      verification: {
        code: verification.code,
        shown: withoutScheme(verification.address.split('#')[0] ?? ''),
        qr: qrCode(verification.address),
      },
    }),
  };
  return {
    template: `/${own}/${ask.template}.typ`,
    json: JSON.stringify(letter),
    madeAt: Math.floor(Date.now() / 1000),
  };
}

/** A service's key is the name of a folder: nothing else gets into a path. */
function serviceFolder(service: string): string {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(service)) throw new LetterFailed('not the key of a service');
  return service;
}

/** Texts with those of `country` chosen where countries differ. */
function textsIn(path: string, country: Country): Texts {
  const choose = (node: unknown): string | Texts => {
    if (typeof node === 'string') return inOrthographyOf(country, node);
    if (typeof node !== 'object' || node === null)
      throw new LetterFailed('a text of letters is neither text nor texts');
    const given = node as Record<string, unknown>;
    if ('ch' in given && 'de' in given) return choose(given[country]);
    return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, choose(value)]));
  };
  return choose(parse(readFileSync(path, 'utf8'), { maxAliasCount: 0 })) as Texts;
}

type Frame = Pick<LetterAsk, 'language' | 'country'>;

/** Fields as the reader reads them: dates in words, money with its currency, lists that are always there. */
function spelledFields(ask: LetterAsk): object {
  const fee = (given: { amountCents: number; currency: string } | undefined) =>
    given && { fee: spellMoney(ask, given) };
  switch (ask.template) {
    case 'receipt': {
      const { receivedAt, timeZone, dueOn, fee: due, ...rest } = ask.fields;
      const time = spellTime(ask, receivedAt, timeZone);
      return { ...rest, receivedAt: time, ...(dueOn && { dueOn: spellDate(ask, dueOn) }), ...fee(due) };
    }
    case 'certificate': {
      const { persons, since, fee: due, ...rest } = ask.fields;
      const spelled = persons.map((person) => ({ ...person, dateOfBirth: spellDate(ask, person.dateOfBirth) }));
      return { ...rest, persons: spelled, ...(since && { since: spellDate(ask, since) }), ...fee(due) };
    }
    case 'decision': {
      const { receivedOn, legalBasis = [], fee: due, ...rest } = ask.fields;
      return { ...rest, legalBasis, receivedOn: spellDate(ask, receivedOn), ...fee(due) };
    }
  }
}

/** Narrow spaces are in few fonts; a space that does not break is in all. */
const plainSpaces = (text: string): string => text.replace(/[\u2009\u202F]/g, '\u00A0');

const spellDate = ({ language, country }: Frame, date: string): string =>
  plainSpaces(Temporal.PlainDate.from(date).toLocaleString(localeOf(language, country), { dateStyle: 'long' }));

function spellTime({ language, country }: Frame, at: string, timeZone: string): string {
  const time = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  return plainSpaces(time.toLocaleString(localeOf(language, country), { dateStyle: 'long', timeStyle: 'short' }));
}

const spellMoney = ({ language, country }: Frame, money: { amountCents: number; currency: string }): string =>
  plainSpaces(
    new Intl.NumberFormat(localeOf(language, country), { style: 'currency', currency: money.currency }).format(
      money.amountCents / 100,
    ),
  );

const withoutScheme = (address: string): string => address.replace(/^https?:\/\//, '');

/** As an SVG of one path; a seventh of it may be damaged. */
function qrCode(text: string): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let y = 0; y < modules.size; y++)
    for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${modules.size} ${modules.size}" shape-rendering="crispEdges"><path d="${path}"/></svg>`;
}
