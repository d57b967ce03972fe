import type { Tx } from '../../../platform/db/database.ts';
import { recordActs } from '../../audit/index.ts';
import type { Visit } from '../../identity/index.ts';

/** Writes down, last in the transaction, who can open a draft from now on, or that nobody can. */
export const recordDraftAct = (
  tx: Tx,
  visit: Visit,
  act: 'draft.taken-over' | 'draft.resumed' | 'draft.deleted',
  draftId: string,
  personId: string | null,
): Promise<void> =>
  recordActs(tx, visit.clock.now(), [
    { chain: visit.portal.key, act, subject: { kind: 'draft', id: draftId }, ...(personId && { personId }) },
  ]);
