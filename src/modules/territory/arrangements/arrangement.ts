import type { Language } from '../../../platform/i18n/language.ts';

/** A unit of an authority with a counter. */
export interface Office {
  key: string;
  name: Partial<Record<Language, string>>;
  address?: { street: string; postcode: string; locality: string };
  phone?: string;
  email?: string;
  /** In the syntax of OpenStreetMap's `opening_hours`. */
  hours?: string;
  /** Invented for the example world, and shown as such. */
  isExample: boolean;
}

/** How an authority has arranged one service. */
export interface Counter {
  /** Key of the office; else the default one. */
  office?: string;
  /** It takes applications here, where the service has a form. */
  online?: boolean;
  /** Key of the authority that answers in its place. */
  delegatedTo?: string;
  /** The authority does not offer it at all. */
  isOffered: boolean;
}

/** How an authority has arranged its counters. */
export interface Arrangement {
  authority: string;
  offices: readonly Office[];
  services: Readonly<Record<string, Counter>>;
  defaultOffice?: string;
  contactPage?: string;
}

export const officeOf = (arrangement: Arrangement | undefined, key: string | undefined): Office | undefined =>
  arrangement?.offices.find((office) => office.key === key);
