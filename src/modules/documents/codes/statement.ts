import type { Language } from '../../../platform/i18n/language.ts';

/** What a letter says, as the page that verifies it shows it. Sealed under the letter's own code. */
export interface LetterStatement {
  /** `Wohnsitzbestätigung`, in the language of the letter. */
  title: string;
  language: Language;
  /** Whom it is about. */
  concerns: string;
  authority: string;
  /** Number of the case. */
  number: string;
  /** Date, `2026-11-24`. */
  issuedOn: string;
  /** What else it says, in the language of the letter. */
  lines: readonly { label: string; value: string }[];
}

export type Verified =
  | {
      kind: 'genuine';
      statement: LetterStatement;
      revokedAt?: Date /** SHA-256 of the letter's file, hex. */;
      sha256?: string;
    }
  /** No letter carries this code; whether anything like it exists is not said. */
  | { kind: 'unknown' };
