import type { Language } from '../../platform/i18n/language.ts';
import type { SummarySection } from '../forms/index.ts';
import { type AssuranceLevel, isEnough } from '../identity/index.ts';
import type { Delivery, Outcome, Status } from './engine/case-state.ts';

/** What holds for a case for good, whatever changes later: it was shown before sending. No personal data. */
export interface Pinned {
  authorityKey: string;
  /** Key of the municipality for which the service was asked. */
  place: string;
  /** Number of the newest version of the service in each layer that applied, e.g. `{ federation: 3, 'portal:gl': 1 }`. */
  versions: Record<string, number>;
  /** For one copy. */
  fee?: { amountCents: number; currency: 'CHF' | 'EUR'; copies: number; isExample: boolean };
}

/** One case, without what people wrote. */
export interface CaseRecord {
  id: string;
  number: string;
  draftId: string;
  portal: string;
  service: string;
  authorityId: string;
  personId: string | null;
  formVersionId: string;
  pinned: Pinned;
  language: Language;
  level: AssuranceLevel;
  delivery: Delivery;
  status: Status;
  outcome: Outcome | null;
  revision: number;
  receivedAt: Date;
  /** Date by which the authority wants to have decided, `2026-11-30`. */
  dueOn: string;
  deliveredAt: Date | null;
}

/** What the applicant sent, as it is sealed under the key of the case. */
export interface Application {
  /** By the form's field names. */
  answers: Record<string, unknown>;
  /** As the summary showed it, in the language of the form. */
  summary: SummarySection[];
  /** Files by field. */
  files: { field: string; id: string; name: string }[];
  /** Where notices go; never put into a notice itself. */
  email?: string;
  /** Family name and given names, for the list. */
  label: string;
  /** What an identity provider has said about who applied: nothing without an account. */
  verified: { name: string; value: string; source: string; level: AssuranceLevel; at: string }[];
}

/** How surely somebody must be known to see a case again that was sent at `level`: at most `substantial`. */
export const levelToRead = (level: AssuranceLevel): AssuranceLevel =>
  isEnough(level, 'substantial') ? 'substantial' : level;

/** What is to be paid for all copies; undefined where there is no fee. */
export const totalFee = ({ fee }: Pinned): { amountCents: number; currency: 'CHF' | 'EUR' } | undefined =>
  fee && { amountCents: fee.amountCents * fee.copies, currency: fee.currency };
