import type { Id } from '../../platform/crypto/ids.ts';
import type { Country, Language } from '../../platform/i18n/language.ts';

export const AUTHORITY_KINDS = ['federation', 'region', 'district', 'association', 'municipality'] as const;
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number];

/** A public body: a tenant of the hall. */
export interface Authority {
  id: Id<'authority'>;
  /** `ch`, `ch-gl`, `ch-1630`, `de-10`, `de-10041`, `de-10041100`. */
  key: string;
  kind: AuthorityKind;
  country: Country;
  /** Canton letters (`GL`) or number of the Land (`10`); '' for a federation. */
  region: string;
  /** The official name, in the first of its languages. For people: `nameIn`. */
  name: string;
  names?: Partial<Record<Language, string>>;
  /** Stadt, Gemeinde: what it calls itself beside its name. */
  designation?: string;
  /** Keys of the authorities above it, the narrowest first. */
  parents: readonly string[];
}

export interface Locality {
  postcode: string;
  place: string;
}

export interface Municipality extends Authority {
  kind: 'municipality';
  /** The official language there, Romansh included. */
  language?: Language | 'rm';
  population?: number;
  places: readonly Locality[];
  /** Under which else people know it: Genf, Saint-Gall. */
  otherNames?: readonly string[];
  /** ISO dates; absent where no source says it. */
  validFrom?: string;
  validTo?: string;
  /** It was merged into another one: nobody answers under its name any more. */
  hasEnded: boolean;
  /** Key of the municipality that it became part of, where a source says it. */
  successor?: string;
}

/** What `authority` is called by readers of `language`; most official names exist in one language only. */
export const nameIn = (authority: Pick<Authority, 'name' | 'names'>, language: Language): string =>
  authority.names?.[language] ?? authority.name;

export const isMunicipality = (authority: Authority | undefined): authority is Municipality =>
  authority?.kind === 'municipality';

/** True when it exists on `day`: from its first day, until the day before its last. */
export function existsOn({ validFrom, validTo, hasEnded }: Municipality, day: Temporal.PlainDate): boolean {
  if (validFrom && Temporal.PlainDate.compare(day, validFrom) < 0) return false;
  if (validTo) return Temporal.PlainDate.compare(day, validTo) < 0;
  return !hasEnded;
}
