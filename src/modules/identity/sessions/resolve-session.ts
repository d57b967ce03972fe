import type { Clock } from '../../../platform/clock/clock.ts';
import type { Database } from '../../../platform/db/database.ts';
import { ANONYMOUS } from '../../../platform/db/principal.ts';
import { openText, type Sealer } from '../sealer.ts';
import type { Session } from '../visit.ts';
import { type Area, endsOf, type SessionLimits, sessionIdOf } from './session.ts';
import { findSession, type SessionRow, seeSession } from './session-store.ts';

/** How long a look-up is believed: a session that was ended elsewhere lives at most this much longer here. */
const CACHED_MS = 4_000;
const MOST_CACHED = 20_000;
/** `seen_at` is written at most this often. */
const SEEN_EVERY_SECONDS = 20;

export interface Where {
  portal: string;
  area: Area;
}

export interface Sessions {
  /**
   * The session of a cookie's token, if it lives. Using it keeps it from falling idle. `where`: only one that began there;
   * a token that is carried into the cookie of another portal, or to the other side of the counter, is none.
   */
  resolve(database: Database, token: string, clock: Clock, where?: Where): Promise<Session | undefined>;
  /** Forgets a look-up, because the session has just been changed or ended here. */
  forget(id: string): void;
}

export function createSessions(sealer: Sealer, limits: SessionLimits): Sessions {
  const cache = new Map<string, { session: Session; began: Where; untilMs: number }>();

  return {
    async resolve(database, token, clock, where) {
      const id = sessionIdOf(token);
      if (!id) return undefined;
      const now = clock.now();
      const cached = cache.get(id);
      if (cached && now.epochMilliseconds < cached.untilMs)
        return isFrom(cached.began, where) ? cached.session : undefined;
      cache.delete(id);
      const found = await database.transaction(ANONYMOUS, async (tx) => {
        const row = await findSession(tx, id);
        const session = row && isFrom(row, where) && livingSession(sealer, limits, id, row, now);
        if (!row || !session) return undefined;
        if (secondsBetween(row.seen_at, now) >= SEEN_EVERY_SECONDS) await seeSession(tx, id, now);
        return { session, began: { portal: row.portal, area: row.area } };
      });
      if (found) keep(id, found, now.epochMilliseconds);
      return found?.session;
    },
    forget: (id) => void cache.delete(id),
  };

  function keep(id: string, { session, began }: { session: Session; began: Where }, nowMs: number) {
    const endMs = session.end?.epochMilliseconds ?? nowMs;
    cache.set(id, { session, began, untilMs: Math.min(nowMs + CACHED_MS, endMs) });
    for (const oldest of cache.keys()) {
      if (cache.size <= MOST_CACHED) break;
      cache.delete(oldest);
    }
  }
}

const isFrom = (began: Where, where: Where | undefined): boolean =>
  where === undefined || (began.portal === where.portal && began.area === where.area);

const secondsBetween = (from: Date, to: Temporal.Instant) => (to.epochMilliseconds - from.getTime()) / 1000;

function livingSession(
  sealer: Sealer,
  limits: SessionLimits,
  id: string,
  row: SessionRow,
  now: Temporal.Instant,
): Session | undefined {
  const createdAt = row.created_at.toTemporalInstant();
  const before = endsOf({ level: row.level, createdAt, seenAt: row.seen_at.toTemporalInstant() }, limits);
  if (Temporal.Instant.compare(now, before.idleEnd) >= 0) return undefined;
  return {
    id,
    personId: row.account_id,
    displayName: openText(sealer, `session/${id}`, row.sealed_name),
    level: row.level,
    operator: row.role === 'operator',
    ...(row.authority_id && row.role && { staff: { authorityId: row.authority_id, role: row.role } }),
    ...endsOf({ level: row.level, createdAt, seenAt: now }, limits),
  };
}
