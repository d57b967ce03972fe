import { createHash, randomBytes } from 'node:crypto';
import type { Principal } from '../../../platform/db/principal.ts';
import { ANONYMOUS } from '../../../platform/db/principal.ts';
import { ASSURANCE_LEVELS, type AssuranceLevel, type Session } from '../visit.ts';

/** Which side of the counter a session is for. Somebody who works here signs in twice: as staff, and as themselves. */
export type Area = 'portal' | 'workbench';

export const areaOf = (path: string): Area => (/^\/(workbench|admin)(\/|$)/.test(path) ? 'workbench' : 'portal');

/** The cookie's name without prefix; it carries the portal, since portals share a host in development. */
export const sessionCookie = (portal: string, area: Area): string =>
  `hall-${portal}${area === 'workbench' ? '-work' : ''}`;

export interface SessionLimit {
  idleMinutes: number;
  totalMinutes: number;
}
export type SessionLimits = Readonly<Record<Exclude<AssuranceLevel, 'none'>, SessionLimit>>;

/** The surer the sign-in, the shorter the session. @see BundID, session limits by assurance level */
export const SESSION_LIMITS: SessionLimits = {
  low: { idleMinutes: 60, totalMinutes: 12 * 60 },
  substantial: { idleMinutes: 30, totalMinutes: 2 * 60 },
  high: { idleMinutes: 5, totalMinutes: 30 },
};

export interface SessionTimes {
  level: Exclude<AssuranceLevel, 'none'>;
  createdAt: Temporal.Instant;
  seenAt: Temporal.Instant;
}

/** When a session ends: if nothing more is done, and whatever is done. */
export function endsOf(
  times: SessionTimes,
  limits: SessionLimits,
): { idleEnd: Temporal.Instant; end: Temporal.Instant } {
  const limit = limits[times.level];
  const end = times.createdAt.add({ minutes: limit.totalMinutes });
  const idle = times.seenAt.add({ minutes: limit.idleMinutes });
  return { idleEnd: Temporal.Instant.compare(idle, end) < 0 ? idle : end, end };
}

/** A cookie's token: 256 bits, only ever in the cookie. */
export const freshToken = (): string => randomBytes(32).toString('base64url');

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The id under which the session of `token` is kept, hex; undefined for what can't be a token. */
export const sessionIdOf = (token: string): string | undefined =>
  TOKEN.test(token) ? createHash('sha256').update(token).digest('hex') : undefined;

/** Who transactions of this session run as. */
export function principalOf(session: Session | undefined): Principal {
  if (!session) return ANONYMOUS;
  const { personId } = session;
  if (session.operator) return { kind: 'operator', personId };
  return session.staff
    ? { kind: 'staff', personId, authorityId: session.staff.authorityId }
    : { kind: 'person', personId };
}

/** True when `given` is at least `wanted`. Nothing given is `none`. */
export const isEnough = (given: AssuranceLevel | undefined, wanted: AssuranceLevel): boolean =>
  ASSURANCE_LEVELS.indexOf(given ?? 'none') >= ASSURANCE_LEVELS.indexOf(wanted);
