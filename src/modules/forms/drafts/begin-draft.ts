import { newId } from '../../../platform/crypto/ids.ts';
import type { Principal } from '../../../platform/db/principal.ts';
import type { SetCookie } from '../../../platform/http/answer.ts';
import type { Documents } from '../../documents/index.ts';
import type { Visit } from '../../identity/index.ts';
import type { ShownFee } from '../submission.ts';
import type { DraftContent } from './draft.ts';
import { insertDraft } from './draft-store.ts';
import { heldBy, holdCookie, holderOf } from './holder.ts';

export interface Begin {
  service: string;
  place: string;
  authority: { id: string; key: string };
  formVersionId: string;
  attributes: DraftContent['attributes'];
  fee?: ShownFee;
}

/** Begins a draft for this visitor: of the person who is signed in, or held by a secret in a cookie. */
export async function beginDraft(
  visit: Visit,
  documents: Documents,
  ask: Begin,
): Promise<{ id: string; cookies: readonly SetCookie[] }> {
  const now = visit.clock.now();
  const id = newId<'draft'>(now.epochMilliseconds);
  const isPerson = visit.session !== undefined && visit.principal.kind === 'person';
  const held = isPerson ? undefined : holdCookie(visit.portal.key, heldBy(visit), id);
  const principal: Principal = isPerson ? visit.principal : { kind: 'applicant', draftId: id };
  await visit.database.transaction(principal, async (tx) => {
    const box = await documents.newBox(tx, { draftId: id, authorityId: ask.authority.id });
    const content: DraftContent = { entries: {}, attributes: ask.attributes, ...(ask.fee && { begunFee: ask.fee }) };
    await insertDraft(tx, {
      id,
      portal: visit.portal.key,
      service: ask.service,
      place: ask.place,
      authorityId: ask.authority.id,
      authorityKey: ask.authority.key,
      formVersionId: ask.formVersionId,
      language: visit.language,
      level: isPerson ? (visit.session?.level ?? 'none') : 'none',
      personId: isPerson ? (visit.session?.personId ?? null) : null,
      changedAt: now,
      ...(held && { holder: holderOf(id, held.secret) }),
      sealed: box.sealJson(content, 'draft'),
    });
  });
  return { id, cookies: held ? [held.cookie] : [] };
}
