import { type OpenCase, openCase } from '../../../modules/cases/index.ts';
import type { StoredFile } from '../../../modules/documents/index.ts';
import type { Colleague, Visit } from '../../../modules/identity/index.ts';
import type { Message } from '../../../modules/mailbox/index.ts';
import { seatOf } from '../seat.ts';
import type { WorkbenchWiring } from '../workbench.ts';

/** Everything that lies on the desk when a case is open. */
export interface OpenDesk {
  opened: OpenCase;
  files: readonly StoredFile[];
  messages: readonly Message[];
  colleagues: readonly Colleague[];
}

/**
 * All but the receipt: on it stands the code with which the one who applied answers and withdraws. What else it says
 * stands on the page.
 */
export const isForStaff = ({ kind }: Pick<StoredFile, 'kind'>): boolean => kind !== 'receipt';

/** Opens a case, and records that it was opened, in one transaction. Undefined when it is not there or not theirs. */
export async function readDesk(wiring: WorkbenchWiring, visit: Visit, caseId: string): Promise<OpenDesk | undefined> {
  const { documents, mailbox } = wiring.desk;
  const { role, authorityId } = seatOf(visit);
  return visit.database.transaction(visit.principal, async (tx) => {
    const files = (await documents.filesOf(tx, { caseId })).filter(isForStaff);
    const messages = await mailbox().messagesOfCase(tx, caseId);
    const colleagues = await wiring.colleaguesOf(tx, authorityId);
    const opened = await openCase(tx, documents, { caseId, at: visit.clock.now(), role });
    return opened && { opened, files, messages, colleagues };
  });
}
