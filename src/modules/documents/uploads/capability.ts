import { createHmac, timingSafeEqual } from 'node:crypto';
import { isId } from '../../../platform/crypto/ids.ts';
import type { Ref } from '../keys/data-key-store.ts';

/** Long enough to open what was clicked on, and to come back to it once. */
const VALID_MINUTES = 5;

/** An address that shows one file to whoever holds it, for some minutes. `key`: 32 bytes of the installation. */
export function viewAddress(key: Buffer, origin: string, fileId: string, ref: Ref, now: Temporal.Instant): string {
  const owner = ref.draftId === undefined ? `c${ref.caseId}` : `d${ref.draftId}`;
  const until = String(now.add({ minutes: VALID_MINUTES }).epochMilliseconds);
  return `${origin}/f/${fileId}?${new URLSearchParams({ of: owner, until, sign: sign(key, fileId, owner, until) })}`;
}

/** Whose file may be shown by this address now; undefined for one that is changed, for another file, or too old. */
export function readView(
  key: Buffer,
  fileId: string,
  query: { of?: string; until?: string; sign?: string },
  now: Temporal.Instant,
): Ref | undefined {
  const { of: owner = '', until = '', sign: given = '' } = query;
  const expected = Buffer.from(sign(key, fileId, owner, until));
  const typed = Buffer.from(given);
  if (typed.length !== expected.length || !timingSafeEqual(typed, expected)) return undefined;
  const id = owner.slice(1);
  if (!isId(fileId) || !isId(id) || !/^\d{13}$/.test(until) || Number(until) <= now.epochMilliseconds) return undefined;
  return owner[0] === 'd' ? { draftId: id } : { caseId: id };
}

const sign = (key: Buffer, fileId: string, owner: string, until: string): string =>
  createHmac('sha256', key).update(`view\n${fileId}\n${owner}\n${until}`).digest('base64url');
