import type { Clock } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Principal } from '../../platform/db/principal.ts';
import type { Language } from '../../platform/i18n/language.ts';
import type { Portal } from '../territory/index.ts';

export const ASSURANCE_LEVELS = ['none', 'low', 'substantial', 'high'] as const;
export type AssuranceLevel = (typeof ASSURANCE_LEVELS)[number];

/** Who is signed in. `personId` is the account's id; `role` and `authorityId` only for staff. */
export interface Session {
  id: string;
  personId: string;
  displayName: string;
  level: AssuranceLevel;
  staff?: { authorityId: string; role: StaffRole };
  operator: boolean;
  /** When it ends if nothing is done, and when it ends whatever is done. */
  idleEnd?: Temporal.Instant;
  end?: Temporal.Instant;
}

export const STAFF_ROLES = ['caseworker', 'lead', 'read-only', 'clerk', 'auditor', 'operator'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** One request as the modules see it: who comes, to which portal, in which language. */
export interface Visit {
  portal: Portal;
  language: Language;
  /** BCP 47, e.g. `de-CH`. */
  locale: string;
  /** What stands before a portal path: `/gl` in development, empty on the portal's own host. */
  root: string;
  /** Scheme and host as the browser sees them, from configuration, never from a header: `https://my.example.ch`. */
  origin: string;
  path: string;
  session?: Session;
  principal: Principal;
  database: Database;
  clock: Clock;
  params: Record<string, string>;
  query: Record<string, string>;
  /** Fields of an `application/x-www-form-urlencoded` or JSON body; lists where a field came more than once. */
  body: Record<string, string | string[]>;
  cookies: Record<string, string>;
  /** The parts of a `multipart/form-data` body as they stream in; only on routes that are `raw`. */
  parts?: () => AsyncIterable<Part>;
  /** The visitor's network address, for rate limits only; never stored in clear. */
  address: string;
}

/** A part of a multipart body. A file's stream is read to its end, or destroyed, before the next part is asked for. */
export type Part =
  | { kind: 'field'; name: string; value: string }
  | { kind: 'file'; name: string; fileName: string; stream: import('node:stream').Readable };
