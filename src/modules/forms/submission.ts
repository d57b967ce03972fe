import type { Language } from '../../platform/i18n/language.ts';
import type { AssuranceLevel } from '../identity/index.ts';

/** How what is decided gets to the person. `after-check`: only once staff have looked at the uploaded proof. */
export type Delivery = 'mailbox' | 'post' | 'after-check';

/** A fee as the summary page showed it. */
export interface ShownFee {
  amountCents: number;
  currency: 'CHF' | 'EUR';
  copies: number;
  isExample: boolean;
}

export interface SummarySection {
  section: string;
  /** `field`: its key in the form. */
  rows: { field?: string; label: string; value: string }[];
}

/** A draft that may become an application, with all that must be pinned to the case. */
export interface ReadySubmission {
  kind: 'ready';
  serviceKey: string;
  /** Key of the municipality for which the service was asked. */
  place: string;
  authorityId: string;
  authorityKey: string;
  personId?: string;
  formVersionId: string;
  language: Language;
  level: AssuranceLevel;
  delivery: Delivery;
  /** By field; hidden fields are not in it. */
  answers: Record<string, unknown>;
  /** As the summary showed it. */
  summary: SummarySection[];
  files: { field: string; id: string; name: string }[];
  /** Confirmed address for notices. */
  email?: string;
  /** Family name and given names, for the list of the authority. */
  label: string;
  fee?: ShownFee;
  /** Number of the newest version of the service in each scope that applied. */
  versions: Record<string, number>;
  workingDays: number;
}

/** Why a draft can't be sent as it is, and where to go on: the key of a page, `confirm` or `summary`. */
export interface RefusedSubmission {
  kind: 'refused';
  reason: 'incomplete' | 'email-unconfirmed' | 'form-ended' | 'not-shown' | 'not-offered' | 'file-pending';
  goTo: { page: string } | 'confirm' | 'summary';
  /** The first field that lacks something. */
  field?: string;
}
