import type { TSchema } from 'typebox';
import type { Answer } from './answer.ts';

/**
 * One address and what happens there. `access` is not optional: a route without a permission does not exist.
 * `V` is what the site makes of the request before the route sees it (see `sites/gate/gate.ts`).
 */
export interface Route<V> {
  method: 'GET' | 'POST';
  /** From `routes.ts`. */
  path: string;
  /** `public`, or the name of a permission in the policy table (`modules/identity/policy.ts`). */
  access: string;
  /** A JSON route answers errors as problem+json (RFC 9457) instead of a page. */
  json?: boolean;
  query?: TSchema;
  body?: TSchema;
  /** For the OpenAPI document: what the route is for, and what it answers; `parameters` says what those of the path are. */
  describes?: { summary: string; answer: TSchema; parameters?: Record<string, string> };
  /** Above this many bytes the answer is 413; default 64 KiB. */
  bodyLimitBytes?: number;
  /** The handler reads the raw request itself (multipart uploads). */
  raw?: boolean;
  handle(visit: V): Promise<Answer> | Answer;
}
