import type { Country, Language } from '../../../platform/i18n/language.ts';

/** What stands around every letter. All of it is data: nothing of it is ever read as markup. */
interface LetterFrame {
  language: Language;
  country: Country;
  /** Name of the portal and its colour, `#1d4f91`. */
  portal: { name: string; accent: string };
  sender: Sender;
  /** Lines for the address window; none when the letter only goes into a mailbox. */
  recipient?: readonly string[];
  /** The service's key: its folder's `letters/` may bring an own template. */
  service: string;
  /** Number of the case. */
  number: string;
  /** Date, `2026-11-24`. */
  date: string;
  /** Prints the QR code and how to verify. `code` from `documents.newCode`, `address` from `documents.verifyAddress`. */
  verification?: { code: string; address: string };
}

/** Who writes. */
export interface Sender {
  /** `Gemeinde Glarus`. */
  authority: string;
  /** `Einwohneramt`. */
  office?: string;
  street?: string;
  postcode?: string;
  locality?: string;
  phone?: string;
  email?: string;
  /** Who signs, and as what. */
  signedBy?: { name: string; role?: string };
}

export interface LetterRow {
  label: string;
  value: string;
}

/** What was received, and what happens next. */
export interface ReceiptFields {
  /** The service's name in the letter's language. */
  title: string;
  /** `2026-11-24T10:15:00Z` and where that is a local time. */
  receivedAt: string;
  timeZone: string;
  /** With the number it shows the status without an account. */
  code: string;
  /** Where, without scheme: `portal.gl.ch/de/status`. */
  statusAddress: string;
  nextSteps: readonly string[];
  /** Date by which the authority wants to have decided. */
  dueOn?: string;
  fee?: { amountCents: number; currency: 'CHF' | 'EUR' };
  sections: readonly { title: string; rows: readonly LetterRow[] }[];
  /** Names of the files. */
  files: readonly string[];
}

/** That somebody lives somewhere. */
export interface CertificateFields {
  persons: readonly CertifiedPerson[];
  /** Where they have their main residence. */
  address: { street: string; postcode: string; locality: string };
  /** Date since when, where the register says it. */
  since?: string;
  /** What it is for, when the applicant said so. */
  purpose?: string;
  fee?: { amountCents: number; currency: 'CHF' | 'EUR' };
}

export interface CertifiedPerson {
  familyName: string;
  givenNames: string;
  /** `1984-02-29`. */
  dateOfBirth: string;
  /** Place of origin (CH) or nationality, where it is to be certified. */
  origin?: string;
}

/** What was decided, why, and what can be done against it. */
export interface DecisionFields {
  outcome: 'approved' | 'refused';
  /** What was asked for. */
  subject: string;
  /** Date of receipt of the application. */
  receivedOn: string;
  /** Paragraphs, in the language of the letter. */
  reasons: readonly string[];
  /** Remedy as the content says it, paragraphs. */
  remedy: readonly string[];
  legalBasis?: readonly string[];
  fee?: { amountCents: number; currency: 'CHF' | 'EUR' };
}

export type LetterAsk = LetterFrame &
  (
    | { template: 'receipt'; fields: ReceiptFields }
    | { template: 'certificate'; fields: CertificateFields }
    | { template: 'decision'; fields: DecisionFields }
  );
