import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SetCookie } from '../../../platform/http/answer.ts';
import type { Portal } from '../../territory/index.ts';

/** How long number and code are remembered in this browser; it may be somebody else's computer. */
export const OPEN_SECONDS = 30 * 60;

export const statusCookieName = (portal: Portal): string => `hall-${portal.key}-case`;

/** This browser has said number and code of the case. Signed, so that nobody can write one for another case. */
export function statusCookie(key: Buffer, portal: Portal, caseId: string, nowMs: number): SetCookie {
  const ends = String(nowMs + OPEN_SECONDS * 1000);
  const value = [caseId, ends, sign(key, portal, caseId, ends)].join('.');
  return { name: statusCookieName(portal), value, maxAgeSeconds: OPEN_SECONDS };
}

/** The case that this browser may see without an account; undefined when there is none, or it is too long ago. */
export function caseInCookie(
  key: Buffer,
  portal: Portal,
  value: string | undefined,
  nowMs: number,
): string | undefined {
  const [caseId = '', ends = '', signature = ''] = (value ?? '').split('.');
  const expected = Buffer.from(sign(key, portal, caseId, ends));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return Number(ends) > nowMs ? caseId : undefined;
}

const sign = (key: Buffer, portal: Portal, caseId: string, ends: string): string =>
  createHmac('sha256', key).update(`${portal.key}\n${caseId}\n${ends}`).digest('base64url');
