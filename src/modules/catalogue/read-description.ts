import { isLanguage, LANGUAGES, type Language } from '../../platform/i18n/language.ts';
import type { Definition, Json } from '../packs/index.ts';
import { AUDIENCES, type Audience, LEVELS, type Level } from './service.ts';
import type { Channel, Fee, LegalBasis, Origin } from './service-at.ts';

/** A `service.yaml` with its texts, read. Checks stand in `content:check`; here what is not of its form is left out. */
export interface Description {
  countries: readonly string[];
  level?: Level;
  audience?: readonly Audience[];
  situations: readonly string[];
  icon?: string;
  ozg?: string;
  leika: readonly string[];
  fee?: Fee;
  workingDays?: number;
  durationOrigin: Origin;
  deadline?: { days?: number } & Origin;
  legalBasis: readonly LegalBasis[];
  channels: readonly Channel[];
  related: readonly string[];
  texts: Partial<Record<Language, TextsOfLanguage>>;
}

export interface TextsOfLanguage {
  one: Record<string, string>;
  needs: readonly string[];
  steps: readonly { title: string; text?: string }[];
  synonyms: readonly string[];
}

const CHANNELS: readonly Channel[] = ['online', 'counter', 'post', 'phone', 'email'];
const read = new WeakMap<Definition, Description>();

export function readDescription(definition: Definition): Description {
  const before = read.get(definition);
  if (before) return before;
  const fresh = describe(definition);
  read.set(definition, fresh);
  return fresh;
}

function describe(definition: Definition): Description {
  const duration = objectOf(definition.duration);
  const deadline = objectOf(definition.deadline);
  const fee = feeOf(definition.fee);
  const { level } = definition;
  const audience = AUDIENCES.filter((each) => stringsOf(definition.audience).includes(each));
  return {
    countries: stringsOf(definition.countries),
    ...(LEVELS.includes(level as Level) && { level: level as Level }),
    ...(audience.length > 0 && { audience }),
    situations: [
      ...stringsOf(definition.situations),
      ...stringsOf(definition.ozgSituations).map((id) => (id.startsWith('ozg-') ? id : `ozg-${id}`)),
    ],
    ...(typeof definition.icon === 'string' && { icon: definition.icon }),
    ...(definition.ozg !== undefined && definition.ozg !== null && { ozg: String(definition.ozg) }),
    leika: stringsOf(definition.leika),
    ...(fee && { fee }),
    ...(typeof duration?.workingDays === 'number' && { workingDays: duration.workingDays }),
    durationOrigin: originOf(duration),
    ...(deadline && { deadline: deadlineOf(deadline) }),
    legalBasis: legalBasisOf(definition.legalBasis),
    channels: CHANNELS.filter((channel) => stringsOf(definition.channels).includes(channel)),
    related: stringsOf(definition.related),
    texts: textsOf(definition.texts),
  };
}

const objectOf = (value: Json | undefined): Definition | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;

/** A list of words; a single word is a list of one. */
function stringsOf(value: Json | undefined): string[] {
  if (Array.isArray(value)) return value.filter((each) => typeof each !== 'object').map(String);
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

const originOf = (value: Definition | undefined): Origin => ({
  isExample: value?.example === true,
  ...(typeof value?.source === 'string' && { source: value.source }),
});

function feeOf(value: Json | undefined): Fee | undefined {
  const fee = objectOf(value);
  if (!fee) return undefined;
  if (typeof fee.amountCents === 'number' && Number.isSafeInteger(fee.amountCents)) {
    if (fee.amountCents === 0) return { kind: 'none', ...originOf(fee) };
    const currency = fee.currency === 'EUR' ? 'EUR' : 'CHF';
    return { kind: 'amount', amountCents: fee.amountCents, currency, ...originOf(fee) };
  }
  if (fee.none === true) return { kind: 'none', ...originOf(fee) };
  return fee.text === true ? { kind: 'text', ...originOf(fee) } : undefined;
}

const deadlineOf = (deadline: Definition): NonNullable<Description['deadline']> => ({
  ...(typeof deadline.days === 'number' && { days: deadline.days }),
  ...originOf(deadline),
});

/** A list of articles; or `{ example: true }`, which says that there is none to show yet. */
const legalBasisOf = (value: Json | undefined): LegalBasis[] =>
  (Array.isArray(value) ? value : [])
    .map(objectOf)
    .filter((each) => typeof each?.name === 'string')
    .map((each) => ({
      name: String(each?.name),
      ...(typeof each?.url === 'string' && /^https:\/\//.test(each.url) && { url: each.url }),
      ...originOf(each),
    }));

function textsOf(value: Json | undefined): Description['texts'] {
  const texts: Description['texts'] = {};
  const written = objectOf(value);
  for (const language of LANGUAGES) {
    const own = objectOf(written?.[language]);
    if (own && isLanguage(language)) texts[language] = textsOfLanguage(own);
  }
  return texts;
}

const textsOfLanguage = (own: Definition): TextsOfLanguage => ({
  one: Object.fromEntries(
    Object.entries(own)
      .filter(([, text]) => typeof text === 'string' && text.trim() !== '')
      .map(([key, text]) => [key, String(text).trim()]),
  ),
  needs: stringsOf(own.needs),
  steps: (Array.isArray(own.steps) ? own.steps : [])
    .map((step) => (typeof step === 'string' ? { title: step } : objectOf(step)))
    .filter((step) => typeof step?.title === 'string')
    .map((step) => ({ title: String(step?.title), ...(typeof step?.text === 'string' && { text: step.text }) })),
  synonyms: stringsOf(own.synonyms),
});
