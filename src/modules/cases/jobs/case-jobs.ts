import type { Clock } from '../../../platform/clock/clock.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Principal } from '../../../platform/db/principal.ts';
import type { Job } from '../../../platform/jobs/worker.ts';
import type { CaseDesk } from '../cases.ts';
import { deliverLetter } from './deliver-letter.ts';
import { tellAuthority } from './tell-authority.ts';
import { writeLetter } from './write-letter.ts';
import { writeReceipt } from './write-receipt.ts';

/** What a job of this module works with: its own case, under the context that it was made for. */
export interface CaseJob {
  desk: CaseDesk;
  database: Database;
  clock: Clock;
  principal: Extract<Principal, { kind: 'job' }>;
  caseId: string;
}

type Names = 'write-receipt' | 'write-letter' | 'deliver-letter' | 'tell-authority';

/** Each may come twice and then does nothing twice. */
export function caseJobs(desk: CaseDesk, database: Database, clock: Clock): Record<Names, Job> {
  const as =
    (work: (job: CaseJob) => Promise<void>): Job =>
    ({ caseId = '', authorityId = '' }) =>
      work({ desk, database, clock, caseId, principal: { kind: 'job', caseId, authorityId } });
  return {
    'write-receipt': as(writeReceipt),
    'write-letter': as(writeLetter),
    'deliver-letter': as(deliverLetter),
    'tell-authority': as(tellAuthority),
  };
}
