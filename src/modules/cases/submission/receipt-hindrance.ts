import type { Principal } from '../../../platform/db/principal.ts';
import { type Answer, redirect } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import { stepUp, type Visit } from '../../identity/index.ts';
import { type CaseRecord, levelToRead } from '../case-record.ts';

const SHOWN_HOURS = 24;

/**
 * Who has no account sees the receipt, with its code, in the browser that sent it, for a day: it may stand in a library.
 * Later they say number and code. Who has one is known as surely as when they sent it. Undefined: nothing is in the way.
 */
export function receiptHindrance(visit: Visit, principal: Principal, record: CaseRecord): Answer | undefined {
  if (principal.kind !== 'applicant') return stepUp(visit, levelToRead(record.level));
  const ends = record.receivedAt.toTemporalInstant().add({ hours: SHOWN_HOURS });
  if (Temporal.Instant.compare(visit.clock.now(), ends) < 0) return undefined;
  return redirect(visit.root + to(urls.portal.status, { lang: visit.language }));
}
