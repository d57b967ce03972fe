import { hkdfSync } from 'node:crypto';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Database, Tx } from '../../platform/db/database.ts';
import { type Answer, redirect } from '../../platform/http/answer.ts';
import { HallFailure } from '../../platform/http/failure.ts';
import type { Route } from '../../platform/http/route.ts';
import { to, routes as urls } from '../../routes.ts';
import type { Portal } from '../territory/index.ts';
import { type Colleague, colleaguesOf, type Profile, profileOf } from './accounts/profile.ts';
import type { EmailCodes, SendMail } from './email-codes/email-code.ts';
import type { Limiter } from './limits.ts';
import { mayEnter } from './policy.ts';
import type { IdentityProvider } from './providers/identity-provider.ts';
import type { Sealer } from './sealer.ts';
import { createSessions } from './sessions/resolve-session.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { areaOf, SESSION_LIMITS, type SessionLimits, sessionCookie } from './sessions/session.ts';
import { signInRoutes } from './sign-in/routes.ts';
import type { Session, Visit } from './visit.ts';

export interface IdentityWiring {
  /** Seals names and attributes in the database. */
  sealer: Sealer;
  /** 32 random bytes that outlive a restart; keys for cookies and codes are derived from it. */
  key: Buffer;
  providersOf(portal: Portal): readonly IdentityProvider[];
  limiter: Limiter;
  sendMail: SendMail;
  limits?: SessionLimits;
}

/** The module, wired. */
export interface Identity {
  /** Sign-in, return, sign-out and session pages of portal and workbench. */
  routes: Route<Visit>[];
  /** The living session behind a cookie's token. */
  resolveSession(database: Database, token: string, clock: Clock): Promise<Session | undefined>;
  /** The living session in `cookies` for a route's `path` (below the portal's root). */
  sessionIn(
    ask: { portal: Portal; cookies: Record<string, string | undefined>; path: string; secure: boolean },
    database: Database,
    clock: Clock,
  ): Promise<Session | undefined>;
  /** What a visitor gets who may not enter a route with this `access`; undefined when they may. */
  refusal(visit: Visit, access: string): Answer | undefined;
  profileOf(tx: Tx, personId: string): Promise<Profile>;
  colleaguesOf(tx: Tx, authorityId: string): Promise<Colleague[]>;
  /** For `requestEmailCode`, `confirmEmailCode` and `isEmailConfirmed`. */
  emailCodes: EmailCodes;
}

export function createIdentity(wiring: IdentityWiring): Identity {
  const { sealer } = wiring;
  const keyFor = (use: string) => Buffer.from(hkdfSync('sha256', wiring.key, '', `schalterhalle identity ${use}`, 32));
  const sessions = createSessions(sealer, wiring.limits ?? SESSION_LIMITS);
  const entrance = {
    key: keyFor('pending sign-in'),
    sealer,
    providersOf: (visit: Visit) => wiring.providersOf(visit.portal),
    forget: sessions.forget,
    limiter: wiring.limiter,
  };
  return {
    routes: [...signInRoutes(entrance), ...sessionRoutes(sessions.forget)],
    resolveSession: sessions.resolve,
    async sessionIn({ portal, cookies, path, secure }, database, clock) {
      const name = sessionCookie(portal.key, areaOf(path));
      const token = cookies[secure ? `__Host-${name}` : name];
      const where = { portal: portal.key, area: areaOf(path) };
      return token ? sessions.resolve(database, token, clock, where) : undefined;
    },
    refusal,
    profileOf: (tx, personId) => profileOf(tx, sealer, personId),
    colleaguesOf: (tx, authorityId) => colleaguesOf(tx, sealer, authorityId),
    emailCodes: { key: keyFor('e-mail code'), sendMail: wiring.sendMail },
  };
}

/**
 * Without a session: to sign-in, and back here afterwards (what was being sent is not repeated). With one that is not
 * allowed: what is not yours does not exist.
 */
function refusal(visit: Visit, access: string): Answer | undefined {
  if (mayEnter(visit.session, access)) return undefined;
  const desk = ownDesk(visit);
  if (desk) return desk;
  if (visit.session) throw new HallFailure('not-found', 404, `no permission ${access}`);
  const isStaffSide = areaOf(visit.path.slice(visit.root.length)) === 'workbench';
  const entrance = isStaffSide ? urls.workbench.signIn : urls.portal.signIn;
  const query = new URLSearchParams(visit.query).toString();
  const back = query ? `${visit.path}?${query}` : visit.path;
  return redirect(visit.root + to(entrance, { lang: visit.language }, { back }));
}

/** Staff's entrance leads each to where they work: clerks and operators have no inbox. */
function ownDesk({ session, path, root, language: lang }: Visit): Answer | undefined {
  if (path !== root + to(urls.workbench.inbox, { lang })) return undefined;
  if (mayEnter(session, 'content.read')) return redirect(root + to(urls.admin.home, { lang }));
  return mayEnter(session, 'operation.read') ? redirect(root + to(urls.admin.operator, { lang })) : undefined;
}
