import type { HallFailure } from '../../platform/http/failure.ts';
import type { Texts } from '../portal/texts/index.ts';

/** What a person is told; several codes may come to the same. */
export type FailureKind = Exclude<
  keyof Texts['failures'],
  'kept' | 'toHome' | 'back' | 'toSearch' | 'toContact' | 'code' | 'wait'
>;

const BY_STATUS: Record<number, FailureKind> = {
  404: 'not-found',
  409: 'changed',
  413: 'too-large',
  415: 'unsupported-type',
  429: 'too-many',
  503: 'away',
};

export function kindOfFailure(failure: HallFailure): FailureKind {
  if (failure.code === 'cross-site') return 'cross-site';
  const known = BY_STATUS[failure.status];
  if (known) return known;
  return failure.status >= 500 ? 'bug' : 'bad-request';
}

const AWAY_SECONDS = 30;

/** When to try again; undefined where trying again is no use. */
export function retryAfterSeconds(failure: HallFailure): number | undefined {
  const told = (failure as { retryAfterSeconds?: unknown }).retryAfterSeconds;
  if (typeof told === 'number') return told;
  return failure.status === 503 ? AWAY_SECONDS : undefined;
}
