import { statement, type Tx } from '../../platform/db/database.ts';
import type { Documents } from '../documents/index.ts';
import type { ReadySubmission, RefusedSubmission } from './submission.ts';

/** What a draft says when it is sent. `closed`: it was sent before. Throws `not-found` for a draft that isn't the principal's. */
export async function readForSubmission(
  _tx: Tx,
  _documents: Documents,
  _draftId: string,
  _at: Temporal.Instant,
): Promise<ReadySubmission | RefusedSubmission | { kind: 'closed' }> {
  throw new Error('drafts are not kept yet');
}

const CLOSE = statement(
  'forms.close-draft',
  `update hall.draft set state = 'sent', sent_at = $2, changed_at = $2 where id = $1 and state = 'open'`,
);
/** From now on the draft is a case; sent again, it leads to the receipt. */
export async function closeDraft(tx: Tx, draftId: string, at: Temporal.Instant): Promise<void> {
  await tx.run(CLOSE, draftId, at.toString());
}
