import { createHash, randomBytes } from 'node:crypto';
import { isId } from '../../../platform/crypto/ids.ts';
import type { Principal } from '../../../platform/db/principal.ts';
import type { SetCookie } from '../../../platform/http/answer.ts';
import type { Visit } from '../../identity/index.ts';
import { recordDraftAct } from './draft-acts.ts';
import { addHolder, isLinkGood } from './draft-store.ts';
import { heldBy, holdCookie, holderOf } from './holder.ts';

export const LINK_DAYS = 14;

/** A fresh link's token, which names its draft, and what of it is kept. */
export function freshLink(draftId: string): { token: string; hash: Buffer } {
  const secret = randomBytes(32).toString('base64url');
  return {
    token: `${Buffer.from(draftId.replaceAll('-', ''), 'hex').toString('base64url')}.${secret}`,
    hash: hashOf(secret),
  };
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(`resume\n${secret}`).digest();

function readToken(token: string): { draftId: string; hash: Buffer } | undefined {
  const [, name, secret] = /^([\w-]{22})\.([\w-]{43})$/.exec(token) ?? [];
  if (!name || !secret) return undefined;
  const hex = Buffer.from(name, 'base64url').toString('hex');
  const draftId = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return isId(draftId) ? { draftId, hash: hashOf(secret) } : undefined;
}

/** True when the link leads to a draft that can be gone on with. Looking uses nothing up: mail programs look too. */
export async function isResumable(visit: Visit, token: string): Promise<boolean> {
  const link = readToken(token);
  if (!link) return false;
  return visit.database.transaction({ kind: 'applicant', draftId: link.draftId }, (tx) =>
    isLinkGood(tx, link.draftId, link.hash, visit.clock.now()),
  );
}

/** This browser now holds the draft too. Undefined when the link is wrong or too old. */
export async function resumeDraft(visit: Visit, token: string): Promise<{ id: string; cookie: SetCookie } | undefined> {
  const link = readToken(token);
  if (!link) return undefined;
  const { draftId, hash } = link;
  const { secret, cookie } = holdCookie(visit.portal.key, heldBy(visit), draftId);
  const principal: Principal = { kind: 'applicant', draftId };
  const added = await visit.database.transaction(principal, async (tx) => {
    const isAdded = await addHolder(tx, draftId, hash, holderOf(draftId, secret), visit.clock.now());
    if (isAdded) await recordDraftAct(tx, visit, 'draft.resumed', draftId, null);
    return isAdded;
  });
  return added ? { id: draftId, cookie } : undefined;
}
