import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { isLanguage, type Language } from '../../../platform/i18n/language.ts';
import type { Secrets } from '../providers/identity-provider.ts';
import type { Area } from '../sessions/session.ts';
import { ASSURANCE_LEVELS, type AssuranceLevel } from '../visit.ts';

/** A sign-in that was begun in this browser and waits for its return. It lives in a cookie, nowhere else. */
export interface PendingSignIn {
  portal: string;
  area: Area;
  provider: string;
  language: Language;
  level: AssuranceLevel;
  /** Where to go afterwards, below the portal's root. */
  back: string;
  secrets: Secrets;
  begunAtMs: number;
}

export const PENDING_SECONDS = 15 * 60;

export const pendingCookie = (portal: string, area: Area): string => `hall-${portal}-${area}-start`;

/**
 * The cookie's value: encrypted and authenticated, so that the browser can neither read the PKCE verifier out of it
 * nor write one. `key` has 32 bytes.
 */
export function sealPending(key: Buffer, pending: PendingSignIn): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(pending), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** What stands in the cookie; undefined when there is none, it is not ours, too old, or of another portal or area. */
export function openPending(
  key: Buffer,
  value: string | undefined,
  expected: { portal: string; area: Area; nowMs: number },
): PendingSignIn | undefined {
  const bytes = Buffer.from(value ?? '', 'base64url');
  if (bytes.length < 40 || bytes.length > 4096) return undefined;
  let pending: PendingSignIn;
  try {
    const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
    opener.setAuthTag(bytes.subarray(12, 28));
    const text = Buffer.concat([opener.update(bytes.subarray(28)), opener.final()]).toString('utf8');
    pending = JSON.parse(text) as PendingSignIn;
  } catch {
    return undefined;
  }
  const ageMs = expected.nowMs - pending.begunAtMs;
  const isOurs = pending.portal === expected.portal && pending.area === expected.area;
  const isSound = isLanguage(pending.language) && ASSURANCE_LEVELS.includes(pending.level);
  return isOurs && isSound && ageMs >= 0 && ageMs <= PENDING_SECONDS * 1000 ? pending : undefined;
}
