import { isId } from '../../../platform/crypto/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Principal } from '../../../platform/db/principal.ts';
import { type Answer, redirect } from '../../../platform/http/answer.ts';
import { notFound } from '../../../platform/http/failure.ts';
import { routes, to } from '../../../routes.ts';
import { isEnough, type Profile, type Visit } from '../../identity/index.ts';
import type { DraftContent } from '../drafts/draft.ts';
import { findDraft, isHeldBy } from '../drafts/draft-store.ts';
import { heldBy, holderOf } from '../drafts/holder.ts';
import { type OpenDraft, openDraft, stateOf } from '../drafts/open-draft.ts';
import type { FormState, FormTexts } from '../engine/index.ts';
import type { FormsWiring } from '../forms-wiring.ts';
import { type Texts, textsFor } from './texts/index.ts';

/** A draft on the table: open, in a transaction, in the language of the visit. */
export interface Sheet {
  tx: Tx;
  visit: Visit;
  wiring: FormsWiring;
  draft: OpenDraft;
  state: FormState;
  /** Texts of the form and of our pages. */
  texts: FormTexts;
  t: Texts;
}

/**
 * Lets `work` happen on the draft `params.draft`, for its person or for who holds its secret. One that was sent leads to
 * its receipt. Throws `not-found` for everybody else.
 */
export async function onDraft(
  visit: Visit,
  wiring: FormsWiring,
  how: { lock: boolean },
  work: (sheet: Sheet) => Promise<Answer> | Answer,
): Promise<Answer> {
  const id = draftIdOf(visit);
  const lay = (principal: Principal, isTheirs: (tx: Tx) => Promise<boolean>) =>
    visit.database.transaction(principal, async (tx) => {
      if (!(await isTheirs(tx))) return undefined;
      const draft = await openDraft(tx, wiring.documents, id, how.lock);
      if (draft.record.portal !== visit.portal.key) throw notFound();
      if (draft.record.state === 'sent') return redirect(receiptOf(visit, id));
      return work(await sheetOf(visit, wiring, tx, draft));
    });
  if (visit.principal.kind === 'person') {
    const answer = await lay(visit.principal, async (tx) => (await findDraft(tx, id)) !== undefined);
    if (answer) return answer;
  }
  const held = heldBy(visit);
  if (!held || (visit.session && visit.principal.kind !== 'person')) throw notFound();
  const answer = await lay({ kind: 'applicant', draftId: id }, (tx) => isHeldBy(tx, id, holderOf(id, held.secret)));
  if (!answer) throw notFound();
  return answer;
}

export function draftIdOf(visit: Visit): string {
  const { draft } = visit.params;
  if (!isId(draft)) throw notFound();
  return draft;
}

const receiptOf = (visit: Visit, draft: string): string =>
  visit.root + to(routes.portal.receipt, { lang: visit.language, draft });

/** Brings the draft up to who is here now: their level, what is verified of them, their language. */
async function sheetOf(visit: Visit, wiring: FormsWiring, tx: Tx, draft: OpenDraft): Promise<Sheet> {
  const { record, content } = draft;
  const { session } = visit;
  if (record.personId && session) {
    record.level = session.level;
    content.attributes = attributesOf(await wiring.identity.profileOf(tx, session.personId), visit);
  }
  record.language = visit.language;
  const { country, timeZone } = visit.portal;
  return {
    tx,
    visit,
    wiring,
    draft,
    state: stateOf(draft, { now: visit.clock.now(), timeZone, country }),
    texts: draft.version.texts(visit.language, country),
    t: textsFor(visit.language, country),
  };
}

/** What is known surely enough to be filled in; of the others only the e-mail address, which can be changed. */
export function attributesOf(profile: Profile, visit: Visit): DraftContent['attributes'] {
  const attributes: DraftContent['attributes'] = {};
  for (const [name, known] of Object.entries(profile))
    if (known && (name === 'email' || isEnough(known.level, 'substantial')))
      attributes[name] = {
        value: known.value,
        source: known.source,
        at: known.at.toZonedDateTimeISO(visit.portal.timeZone).toPlainDate().toString(),
      };
  return attributes;
}

/** An address of this draft below the portal. */
export function addressIn(visit: Visit, draft: string) {
  const lang = visit.language;
  const { portal } = routes;
  return {
    draft: (query = {}) => visit.root + to(portal.draft, { lang, draft }, query),
    page: (page: string, query = {}) => visit.root + to(portal.draftPage, { lang, draft, page }, query),
    upload: (field: string) => visit.root + to(portal.draftUpload, { lang, draft, field }),
    summary: () => visit.root + to(portal.draftSummary, { lang, draft }),
    confirm: (query = {}) => visit.root + to(portal.draftConfirm, { lang, draft }, query),
    send: () => visit.root + to(portal.draftSend, { lang, draft }),
    remove: () => visit.root + to(portal.draftDelete, { lang, draft }),
    signIn: (back: string) => visit.root + to(portal.signIn, { lang }, { back, level: 'substantial' }),
  };
}

/** One text of the body; anything else is none. */
export function sentText(visit: Visit, name: string): string | undefined {
  const value: unknown = Object.hasOwn(visit.body, name) ? visit.body[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}
