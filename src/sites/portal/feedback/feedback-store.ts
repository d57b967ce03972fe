import { newId } from '../../../platform/crypto/ids.ts';
import { statement, type Tx } from '../../../platform/db/database.ts';
import type { Language } from '../../../platform/i18n/language.ts';

/** What somebody said about a page. Nothing says who. */
export interface Feedback {
  portal: string;
  language: Language;
  /** Its address without what belongs to a person (see `pageName`). */
  page: string;
  found?: boolean;
  comment?: string;
}

const KEEP = statement(
  'feedback.keep',
  `insert into hall.feedback (id, portal, language, page, found, comment, written_at)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);
export const keepFeedback = (tx: Tx, feedback: Feedback, at: Temporal.Instant): Promise<number> =>
  tx.run(
    KEEP,
    newId(),
    feedback.portal,
    feedback.language,
    feedback.page,
    feedback.found ?? null,
    feedback.comment ?? null,
    at.toString(),
  );

export interface FeedbackRow {
  id: string;
  portal: string;
  language: Language;
  page: string;
  found: boolean | null;
  comment: string | null;
  written_at: Date;
}
const NEWEST = statement<FeedbackRow>(
  'feedback.newest',
  `select id, portal, language, page, found, comment, written_at from hall.feedback
    where ($1::text is null or portal = $1) order by written_at desc, id desc limit 100`,
);
/** The newest hundred, for operators; of one portal or of all. */
export const newestFeedback = (tx: Tx, portal?: string): Promise<FeedbackRow[]> => tx.many(NEWEST, portal ?? null);

const SWEEP = statement('feedback.sweep', `delete from hall.feedback where written_at < now() - interval '1 year'`);
/** Deletes what is older than a year, as a job; returns how many. */
export const sweepFeedback = (tx: Tx): Promise<number> => tx.run(SWEEP);
