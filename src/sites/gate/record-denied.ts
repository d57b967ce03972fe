import { recordActs } from '../../modules/audit/index.ts';
import type { Visit } from '../../modules/identity/index.ts';
import { isId } from '../../platform/crypto/ids.ts';
import { HallFailure } from '../../platform/http/failure.ts';
import type { Route } from '../../platform/http/route.ts';

/**
 * Writes down that somebody who is signed in asked for what is not there, or not theirs: the answer does not tell the two
 * apart, and neither does the log, but whoever keeps trying stands in it.
 */
export async function recordDenied(visit: Visit, { access, path, method }: Route<Visit>): Promise<void> {
  if (!visit.session || access === 'public') return;
  const named = Object.entries(visit.params).find(([, value]) => isId(value));
  const authorityId = visit.session.staff?.authorityId;
  const act = {
    chain: visit.portal.key,
    act: 'access.denied',
    ...(authorityId && { authorityId }),
    ...(named && { subject: { kind: named[0], id: named[1] } }),
    details: { access, path, method },
  };
  try {
    await visit.database.transaction(visit.principal, (tx) => recordActs(tx, visit.clock.now(), [act]));
  } catch (error) {
    throw new HallFailure('not-recorded', 503, 'an attempt could not be recorded', error);
  }
}
