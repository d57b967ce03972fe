import { type Answer, redirect } from '../../../platform/http/answer.ts';
import type { Route } from '../../../platform/http/route.ts';
import { wayBack } from '../../../platform/http/way-back.ts';
import { to, routes as urls } from '../../../routes.ts';
import { recordActs } from '../../audit/index.ts';
import { sessionPage, signOutPage } from '../pages/session-pages.ts';
import { homeOf } from '../pages/sign-in-page.ts';
import type { Visit } from '../visit.ts';
import { type Area, areaOf, principalOf, sessionCookie } from './session.ts';
import { endSession, findSession, seeSession } from './session-store.ts';

/** The session's own pages: how long it lasts still, to go on, to sign out. */
export function sessionRoutes(forget: (id: string) => void): Route<Visit>[] {
  const signOut = (path: string): Route<Visit>[] => [
    { method: 'GET', path, access: 'public', handle: (visit) => signOutPage(visit, startOf(visit)) },
    { method: 'POST', path, access: 'public', handle: (visit) => leave(visit, forget) },
  ];
  return [
    { method: 'GET', path: urls.portal.session, access: 'session.manage', handle: showSession },
    { method: 'POST', path: urls.portal.session, access: 'session.manage', handle: (visit) => extend(visit, forget) },
    ...signOut(urls.portal.signOut),
    ...signOut(urls.workbench.signOut),
  ];
}

const startOf = (visit: Visit): string => visit.root + to(urls.portal.home, { lang: visit.language });

const areaIn = (visit: Visit): Area => areaOf(visit.path.slice(visit.root.length));

function showSession(visit: Visit): Answer {
  if (!visit.session) return redirect(startOf(visit));
  const back = wayBack(visit.query.back, visit.root, homeOf(visit, visit.language));
  return sessionPage(visit, visit.session, back, visit.root + to(urls.portal.signOut, { lang: visit.language }));
}

async function extend(visit: Visit, forget: (id: string) => void): Promise<Answer> {
  const { session } = visit;
  const asked = typeof visit.body.back === 'string' ? visit.body.back : undefined;
  if (session) {
    await visit.database.transaction(principalOf(session), async (tx) => {
      if (await findSession(tx, session.id)) await seeSession(tx, session.id, visit.clock.now());
    });
    forget(session.id);
  }
  return redirect(wayBack(asked, visit.root, homeOf(visit, visit.language)));
}

/** The session ends here and now, in the database; the browser is told to forget what it has kept. */
async function leave(visit: Visit, forget: (id: string) => void): Promise<Answer> {
  const { session } = visit;
  if (session) {
    await visit.database.transaction(principalOf(session), async (tx) => {
      const ended = await endSession(tx, session.id);
      const account = { subject: { kind: 'account', id: session.personId }, personId: session.personId };
      if (ended)
        await recordActs(tx, visit.clock.now(), [{ chain: visit.portal.key, act: 'sign-out.done', ...account }]);
    });
    forget(session.id);
  }
  return {
    kind: 'redirect',
    to: visit.path,
    cookies: [{ name: sessionCookie(visit.portal.key, areaIn(visit)), value: '' }],
    headers: { 'clear-site-data': '"cache", "storage"' },
  };
}
