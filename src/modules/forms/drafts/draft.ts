import type { Language } from '../../../platform/i18n/language.ts';
import type { AssuranceLevel } from '../../identity/index.ts';
import type { Entry } from '../engine/index.ts';
import type { ShownFee } from '../submission.ts';

/** A draft's row, without what was typed. */
export interface DraftRecord {
  id: string;
  portal: string;
  service: string;
  /** Key of the municipality. */
  place: string;
  authorityId: string;
  authorityKey: string;
  formVersionId: string;
  language: Language;
  level: AssuranceLevel;
  personId: string | null;
  state: 'open' | 'sent';
  revision: number;
  changedAt: Temporal.Instant;
}

/** What lies sealed in it. */
export interface DraftContent {
  entries: Record<string, Entry>;
  /** What providers had said of the person when they last worked on it. */
  attributes: Record<string, { value: string; source: string; at: string }>;
  /** The address that was confirmed by a code. */
  confirmedEmail?: string;
  /** The fee when it was begun, to say so when it has changed. */
  begunFee?: ShownFee;
  shown?: ShownTerms;
}

/** What the summary page showed, and when: only that can be sent. */
export interface ShownTerms {
  fee?: ShownFee;
  versions: Record<string, number>;
  workingDays: number;
  /** Of the draft. */
  revision: number;
  level: AssuranceLevel;
  at: string;
}

/** Drafts that nobody has touched for so long are deleted. */
export const RETENTION_DAYS = 60;
