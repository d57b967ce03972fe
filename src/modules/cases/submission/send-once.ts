import { draftAccess } from '../../forms/index.ts';
import type { Visit } from '../../identity/index.ts';
import type { CaseDesk } from '../cases.ts';
import { type Submitted, submitApplication } from './submit-application.ts';

/** Somebody else made the case of this draft at the same moment: theirs is the one. */
const AT_ONCE = new Set(['23505', '40001', '40P01']);

/**
 * Sends a draft, in one transaction. Of several that come at once one makes the case; the others, which had to wait for
 * it, ask again and get the same receipt.
 */
export async function sendOnce(desk: CaseDesk, visit: Visit, draftId: string): Promise<Submitted> {
  const principal = await draftAccess(visit);
  const send = () =>
    visit.database.transaction(principal, (tx) =>
      submitApplication(tx, desk, visit.portal, draftId, visit.clock.now()),
    );
  try {
    return await send();
  } catch (error) {
    if (!AT_ONCE.has((error as { code?: string }).code ?? '')) throw error;
    return await send();
  }
}
