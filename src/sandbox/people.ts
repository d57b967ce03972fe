/**
 * The people of the sandbox world. All are invented; their numbers are formed by the rules from a range kept for
 * examples, their streets exist nowhere, only the municipalities are real. The same people are the sandbox register of
 * residents, so that what somebody says at sign-in and what the register says can be compared.
 */
export interface SeededPerson {
  /** Their subject at the sandbox identity provider, and their key in the sandbox register. */
  key: string;
  givenName: string;
  familyName: string;
  /** ISO date. */
  birthdate: string;
  sex: 'female' | 'male';
  civilStatus: 'single' | 'married' | 'divorced' | 'widowed';
  /** ISO 3166-1 alpha-3. */
  nationality: string;
  /** Place of origin, for Swiss people. */
  origin?: string;
  /** Permit of foreigners in Switzerland. */
  permit?: 'B' | 'C';
  /** 13 digits with dots, Switzerland only. */
  ahvNumber?: string;
  /** 11 digits, Germany only. */
  taxId?: string;
  email: string;
  address: SeededAddress;
  language: 'de' | 'fr' | 'it' | 'en';
  /** How sure the sandbox provider is; absent: can't sign in (a small child). */
  acr?: Acr;
  /** Keys of minor children, and of adults they are guardian of. */
  children?: readonly string[];
  guardianOf?: readonly string[];
  /** Keys of the companies they may sign for alone. */
  officerOf?: readonly SeededCompany[];
}

export interface SeededAddress {
  /** Key of the municipality: `ch-1630`, `de-10041100`. */
  municipality: string;
  street: string;
  houseNumber: string;
  postcode: string;
  locality: string;
  /** Since when they live there, ISO date. */
  since: string;
}

export interface SeededCompany {
  /** UID (Switzerland) or register number (Germany). */
  id: string;
  name: string;
}

/** AGOV's classes, from self-registered (100) to e-ID (600). */
export type Acr = 100 | 200 | 300 | 400 | 500 | 600;

/** A member of an authority's staff, or an operator of the installation (then without authority). */
export interface SeededStaff {
  key: string;
  givenName: string;
  familyName: string;
  email: string;
  authority?: string;
  role: 'caseworker' | 'lead' | 'read-only' | 'clerk' | 'auditor' | 'operator';
}

/** `Regula Beispieler`. */
export const nameOf = (person: { givenName: string; familyName: string }): string =>
  `${person.givenName} ${person.familyName}`;
