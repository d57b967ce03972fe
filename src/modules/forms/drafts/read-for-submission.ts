import type { Tx } from '../../../platform/db/database.ts';
import type { Documents } from '../../documents/index.ts';
import { isEnough } from '../../identity/index.ts';
import { newestOf } from '../../packs/index.ts';
import { answersOf, type FormState, firstGap, outcomeOf, summaryOf } from '../engine/index.ts';
import type { Delivery, ReadySubmission, RefusedSubmission } from '../submission.ts';
import { formVersion } from './form-versions.ts';
import { type OpenDraft, openDraft, stateOf } from './open-draft.ts';

const SHOWN_FOR_HOURS = 24;
const PLACES = { ch: 'Europe/Zurich', de: 'Europe/Berlin' } as const;

/** The country of a key of territory: `ch-1630`, `de-10041100`. */
const countryOf = (place: string): 'ch' | 'de' => (place.startsWith('de') ? 'de' : 'ch');
export const settingOf = (place: string, now: Temporal.Instant) => {
  const country = countryOf(place);
  return { now, country, timeZone: PLACES[country] };
};

/**
 * What a draft says when it is sent, or where something is lacking. It decides anew from what is kept; nothing that a
 * browser says counts. `closed`: it was sent before. Throws `not-found` for a draft that isn't the principal's.
 */
export async function readForSubmission(
  tx: Tx,
  documents: Documents,
  draftId: string,
  at: Temporal.Instant,
): Promise<ReadySubmission | RefusedSubmission | { kind: 'closed' }> {
  const draft = await openDraft(tx, documents, draftId, true);
  if (draft.record.state === 'sent') return { kind: 'closed' };
  const state = stateOf(draft, settingOf(draft.record.place, at));
  const refusal = (await endedRefusal(tx, draft)) ?? refusalOf(draft, state, at);
  return refusal ?? readyOf(draft, state);
}

/** The newest version of the form may no longer take drafts of this one. */
async function endedRefusal(tx: Tx, { record, version }: OpenDraft): Promise<RefusedSubmission | undefined> {
  const newest = await newestOf(tx, 'form', record.service);
  if (!newest || newest.id === version.id) return undefined;
  return newest.withdrawn || version.number < (await formVersion(tx, newest.id)).oldestAccepted
    ? { kind: 'refused', reason: 'form-ended', goTo: 'summary' }
    : undefined;
}

function refusalOf(draft: OpenDraft, state: FormState, at: Temporal.Instant): RefusedSubmission | undefined {
  const gap = firstGap(state);
  if (gap) return { kind: 'refused', reason: 'incomplete', goTo: { page: gap.page }, field: gap.field };
  if (!isEmailGood(draft, state)) return { kind: 'refused', reason: 'email-unconfirmed', goTo: 'confirm' };
  const { shown } = draft.content;
  const isShown =
    shown !== undefined &&
    shown.revision === draft.record.revision &&
    shown.level === draft.record.level &&
    Temporal.Instant.compare(Temporal.Instant.from(shown.at).add({ hours: SHOWN_FOR_HOURS }), at) > 0;
  return isShown ? undefined : { kind: 'refused', reason: 'not-shown', goTo: 'summary' };
}

/** The address for notices, if the form asks for one. */
export function emailOf(state: FormState): string | undefined {
  const field = state.form.definition.email;
  const value = field === undefined ? undefined : state.fields.get(field)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** Confirmed by a code, known from the provider, or of somebody who is known for sure and has a mailbox here. */
export function isEmailGood({ record, content }: Pick<OpenDraft, 'record' | 'content'>, state: FormState): boolean {
  const email = emailOf(state);
  if (email === undefined) return true;
  if (record.personId && isEnough(record.level, 'substantial')) return true;
  const known = [content.confirmedEmail, record.personId ? content.attributes.email?.value : undefined];
  return known.some((one) => one?.toLowerCase() === email.toLowerCase());
}

/**
 * Only who is known for sure gets anything into a mailbox, whatever the form says: knowing somebody's name is not enough
 * for getting their papers.
 */
function deliveryOf({ record }: OpenDraft, state: FormState, wished: Delivery): Delivery {
  if (wished !== 'mailbox') return wished;
  return record.personId && state.situation.outside.visitor.isVerified ? 'mailbox' : 'post';
}

function readyOf(draft: OpenDraft, state: FormState): ReadySubmission {
  const { record, version, content } = draft;
  const country = countryOf(record.place);
  const outcome = outcomeOf(state);
  const email = emailOf(state);
  const pages = summaryOf(state, version.texts(record.language, country));
  const { fee, versions, workingDays } = content.shown ?? { fee: undefined, versions: {}, workingDays: 0 };
  return {
    kind: 'ready',
    serviceKey: record.service,
    place: record.place,
    authorityId: record.authorityId,
    authorityKey: record.authorityKey,
    ...(record.personId && { personId: record.personId }),
    formVersionId: record.formVersionId,
    language: record.language,
    level: record.level,
    delivery: deliveryOf(draft, state, outcome.delivery),
    answers: answersOf(state),
    summary: pages.map(({ title, rows }) => ({
      section: title,
      rows: rows.map(({ field, label, value }) => ({ field, label, value })),
    })),
    files: filesOf(state),
    ...(email && { email }),
    label: outcome.label,
    ...(fee && { fee }),
    versions,
    workingDays,
  };
}

/** Files of visible fields only; what was uploaded for a hidden one stays behind. */
function filesOf(state: FormState): ReadySubmission['files'] {
  return state.pages.flatMap(({ fields }) =>
    fields
      .filter(({ field }) => field.definition.kind === 'upload')
      .flatMap(({ field, value }) =>
        ((value ?? []) as { id: string; name: string }[]).map(({ id, name }) => ({ field: field.key, id, name })),
      ),
  );
}
