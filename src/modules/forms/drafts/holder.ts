import { createHash, randomBytes } from 'node:crypto';
import { isId } from '../../../platform/crypto/ids.ts';
import type { Principal } from '../../../platform/db/principal.ts';
import type { SetCookie } from '../../../platform/http/answer.ts';
import { notFound } from '../../../platform/http/failure.ts';
import { ASSURANCE_LEVELS, type AssuranceLevel, type Visit } from '../../identity/index.ts';
import { findDraft, isHeldBy, setLevel } from './draft-store.ts';

/**
 * Who has no account, holds a secret instead: 256 bits in a cookie of the portal, for all drafts of this browser. Each
 * draft knows only sha256 of its own id and the secret, so that a copy of the table opens nothing and does not even say
 * which drafts belong together. The cookie also names the latest drafts, so that they are found again.
 */
export interface Held {
  secret: string;
  drafts: readonly string[];
}

const MAX_AGE_SECONDS = 14 * 24 * 3600;
const MOST_NAMED = 3;

const cookieName = (portal: string): string => `draft-${portal}`;

/** What this browser holds; a cookie that is not of our making is as if it were not there. */
export function heldBy(visit: Visit): Held | undefined {
  const prefix = visit.origin.startsWith('https:') ? '__Host-' : '';
  const [secret = '', ...drafts] = (visit.cookies[prefix + cookieName(visit.portal.key)] ?? '').split('~');
  return /^[\w-]{43}$/.test(secret) ? { secret, drafts: drafts.filter(isId).slice(0, MOST_NAMED) } : undefined;
}

/** The cookie with which this browser holds `draftId` too. */
export function holdCookie(
  portal: string,
  held: Held | undefined,
  draftId: string,
): { secret: string; cookie: SetCookie } {
  const secret = held?.secret ?? randomBytes(32).toString('base64url');
  const drafts = [draftId, ...(held?.drafts ?? []).filter((one) => one !== draftId)].slice(0, MOST_NAMED);
  return {
    secret,
    cookie: { name: cookieName(portal), value: [secret, ...drafts].join('~'), maxAgeSeconds: MAX_AGE_SECONDS },
  };
}

/** The cookie without `draftId`, deleted when it names nothing any more. */
export function releaseCookie(portal: string, held: Held, draftId: string): SetCookie {
  const drafts = held.drafts.filter((one) => one !== draftId);
  if (drafts.length === 0) return { name: cookieName(portal), value: '' };
  return { name: cookieName(portal), value: [held.secret, ...drafts].join('~'), maxAgeSeconds: MAX_AGE_SECONDS };
}

export const holderOf = (draftId: string, secret: string): Buffer =>
  createHash('sha256').update(`draft\n${draftId}\n${secret}`).digest();

/**
 * The principal under which this visitor may see the draft `params.draft`: its person, or who holds its secret. Whoever
 * is known less surely than when it was last worked on, is so from here on, sending included. Throws `not-found`.
 */
export async function draftAccess(visit: Visit): Promise<Principal> {
  const { draft: id } = visit.params;
  if (!isId(id)) throw notFound();
  const { session } = visit;
  if (session && visit.principal.kind === 'person') {
    const own = await visit.database.transaction(visit.principal, async (tx) => {
      const found = await findDraft(tx, id);
      if (found?.record.portal !== visit.portal.key) return false;
      if (isLower(session.level, found.record.level)) await setLevel(tx, id, session.level);
      return true;
    });
    if (own) return visit.principal;
  }
  const held = heldBy(visit);
  if (held && (!session || visit.principal.kind === 'person')) {
    const applicant: Principal = { kind: 'applicant', draftId: id };
    const isHolder = await visit.database.transaction(applicant, (tx) => isHeldBy(tx, id, holderOf(id, held.secret)));
    if (isHolder) return applicant;
  }
  throw notFound();
}

const isLower = (a: AssuranceLevel, b: AssuranceLevel): boolean =>
  ASSURANCE_LEVELS.indexOf(a) < ASSURANCE_LEVELS.indexOf(b);
