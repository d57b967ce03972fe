import { recordActs } from '../../../modules/audit/index.ts';
import type { Visit } from '../../../modules/identity/index.ts';
import { isId } from '../../../platform/crypto/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { type Answer, redirect } from '../../../platform/http/answer.ts';
import { notFound } from '../../../platform/http/failure.ts';
import type { Route } from '../../../platform/http/route.ts';
import { to, routes as urls } from '../../../routes.ts';
import { endNotice, openNotices, setNotice } from '../../notice/notice-store.ts';
import type { AdminWiring } from '../admin.ts';
import { type Faults, typedIn } from '../content/typed.ts';
import { textsFor } from '../texts/index.ts';
import { noticePage } from './notice-page.ts';
import { readNotice } from './read-notice.ts';

export const noticeRoutes = (wiring: AdminWiring): Route<Visit>[] => [
  { method: 'GET', path: urls.admin.notice, access: 'notice.set', handle: (visit) => show(visit) },
  { method: 'POST', path: urls.admin.notice, access: 'notice.set', handle: (visit) => change(wiring, visit) },
];

async function show(visit: Visit, faults?: Faults): Promise<Answer> {
  return noticePage(visit, await visit.database.transaction(visit.principal, openNotices), faults);
}

/** Sets a notice, or with `end` takes one back. */
async function change(wiring: AdminWiring, visit: Visit): Promise<Answer> {
  const { session } = visit;
  if (!session) throw notFound();
  const ends = typedIn(visit)('end');
  if (ends !== '') {
    if (!isId(ends)) throw notFound();
    await visit.database.transaction(visit.principal, async (tx) => {
      if (await endNotice(tx, ends, visit.clock.now())) await record(tx, visit, 'notice.ended', ends);
    });
    return done(wiring, visit, 'ended');
  }
  const read = readNotice(visit, textsFor(visit.language, visit.portal.country));
  if (read.kind === 'faulty') return show(visit, read.faults);
  await visit.database.transaction(visit.principal, async (tx) => {
    const at = visit.clock.now();
    const id = await setNotice(tx, read.notice, { personId: session.personId, at });
    await record(tx, visit, 'notice.set', id);
  });
  return done(wiring, visit, 'set');
}

/** In the log of the portal on which it was done, for all portals too. */
const record = (tx: Tx, visit: Visit, act: string, id: string): Promise<void> =>
  recordActs(tx, visit.clock.now(), [{ chain: visit.portal.key, act, subject: { kind: 'notice', id } }]);

async function done(wiring: AdminWiring, visit: Visit, what: string): Promise<Answer> {
  await wiring.refresh();
  return redirect(visit.root + to(urls.admin.notice, { lang: visit.language }, { done: what }));
}
