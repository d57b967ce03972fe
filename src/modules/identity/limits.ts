import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../../platform/clock/clock.ts';
import { HallFailure } from '../../platform/http/failure.ts';

/** A bucket of `burst` tries that fills up again by `perMinute`. */
export interface LimitRule {
  burst: number;
  perMinute: number;
}

/** What is limited, and how far. Generous for a family or a town hall behind one address, narrow for guessing. */
export const LIMITS = {
  'sign-in': { burst: 60, perMinute: 30 },
  'email-code': { burst: 10, perMinute: 2 },
  /** From one network to one mailbox: who is not asked must not be flooded, and who is asked elsewhere not be kept out. */
  'mail-to': { burst: 5, perMinute: 0.2 },
  'status-code': { burst: 20, perMinute: 5 },
  'verify-code': { burst: 30, perMinute: 15 },
  feedback: { burst: 10, perMinute: 2 },
  upload: { burst: 60, perMinute: 30 },
  write: { burst: 120, perMinute: 60 },
  read: { burst: 600, perMinute: 600 },
} as const satisfies Record<string, LimitRule>;
export type LimitName = keyof typeof LIMITS;

/** 429; `retryAfterSeconds` belongs into the `Retry-After` header. */
export class TooMany extends HallFailure {
  readonly retryAfterSeconds: number;
  constructor(limit: LimitName, retryAfterSeconds: number) {
    super('too-many', 429, `limit ${limit}`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export interface Limiter {
  /** Takes one try from the bucket of `who` (a network address, an account's id); throws `TooMany` when it is empty. */
  take(limit: LimitName, who: string): void;
}

const MOST_BUCKETS = 100_000;

/**
 * Limits by address and by account, in memory. Addresses are never kept: buckets are named by a keyed hash whose key
 * lives as long as the process; of an IPv6 address only the /64 counts, since one line has that many addresses. `rules`
 * may be widened where a test or a bench needs it.
 */
export function createLimiter(clock: Clock, rules: Readonly<Record<LimitName, LimitRule>> = LIMITS): Limiter {
  const key = randomBytes(32);
  const buckets = new Map<string, { left: number; atMs: number }>();
  return {
    take(limit, who) {
      const rule = rules[limit];
      const nowMs = clock.now().epochMilliseconds;
      const name = createHmac('sha256', key)
        .update(`${limit}\n${networkOf(who)}`)
        .digest('base64url');
      const bucket = buckets.get(name) ?? { left: rule.burst, atMs: nowMs };
      const left = Math.min(rule.burst, bucket.left + (Math.max(0, nowMs - bucket.atMs) / 60_000) * rule.perMinute);
      buckets.delete(name);
      buckets.set(name, { left: Math.max(0, left >= 1 ? left - 1 : left), atMs: nowMs });
      for (const oldest of buckets.keys()) {
        if (buckets.size <= MOST_BUCKETS) break;
        buckets.delete(oldest);
      }
      if (left < 1) throw new TooMany(limit, Math.ceil(((1 - left) / rule.perMinute) * 60));
    },
  };
}

/** An IPv6 address up to its /64; anything else (IPv4, an id) as it is. */
export function networkOf(who: string): string {
  if (!who.includes(':')) return who;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(who);
  if (mapped?.[1]) return mapped[1];
  const [head = '', tail] = who.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  return [...front, ...Array<string>(zeros).fill('0'), ...back]
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
