import { type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page, redirect } from '../../../platform/http/answer.ts';
import { notFound } from '../../../platform/http/failure.ts';
import type { Route } from '../../../platform/http/route.ts';
import { routes as urls } from '../../../routes.ts';
import { alertBox, badge, buttonLink, submitButton } from '../../../ui/index.ts';
import type { Visit } from '../../identity/index.ts';
import { RETENTION_DAYS } from '../drafts/draft.ts';
import { recordDraftAct } from '../drafts/draft-acts.ts';
import { giveToPerson } from '../drafts/draft-store.ts';
import { heldBy, releaseCookie } from '../drafts/holder.ts';
import { keepDraft } from '../drafts/open-draft.ts';
import { emailOf, isEmailGood } from '../drafts/read-for-submission.ts';
import type { FormsWiring } from '../forms-wiring.ts';
import { type Changes, changesSince, serviceNow } from './changes.ts';
import { sendResumeLink } from './resume-routes.ts';
import { addressIn, draftIdOf, onDraft, type Sheet, sentText } from './sheet.ts';
import { spellDay } from './spell.ts';

/** A draft as a whole: how far it is, what has changed, how to go on elsewhere, and how to get rid of it. */
export const draftRoutes = (wiring: FormsWiring): Route<Visit>[] => [
  {
    method: 'GET',
    path: urls.portal.draft,
    access: 'draft.edit',
    handle: (visit) => onDraft(visit, wiring, { lock: false }, (sheet) => overview(sheet)),
  },
  { method: 'POST', path: urls.portal.draft, access: 'draft.edit', handle: (visit) => act(visit, wiring) },
];

function overview(sheet: Sheet): Answer {
  const { state, t, texts, visit, draft } = sheet;
  const address = addressIn(visit, draft.record.id);
  const at = serviceNow(sheet);
  const changes = changesSince(sheet, at);
  const gap = state.pages.find(({ isComplete }) => !isComplete);
  const title = at.texts(visit.language).title;
  const heading = t.draft.title(title.text);
  const main = html`<h1 class="kern-heading-large">${heading}</h1>
<p class="kern-body kern-body--large">${t.draft.for(at.municipality?.name ?? draft.record.place)}</p>
${changesBox(sheet, changes)}
<p class="kern-body">${t.draft.savedAt(spellDay(visit, draft.record.changedAt))} ${t.draft.keptUntil(spellDay(visit, draft.record.changedAt.add({ hours: RETENTION_DAYS * 24 })))}</p>
${!changes.isEnded && html`<p>${buttonLink(gap ? { href: address.page(gap.key), label: t.draft.goOn } : { href: address.summary(), label: t.draft.toSummary })}</p>`}
<h2 class="kern-heading-medium">${t.draft.pages}</h2>
<ol class="kern-body draft-pages">${state.pages.map(
    ({ key, isComplete }) =>
      html`<li><a class="kern-link" href="${address.page(key)}">${texts.pages[key]?.title ?? key}</a> ${badge({ text: isComplete ? t.draft.done : t.draft.open, tone: isComplete ? 'good' : 'neutral' })}</li>`,
  )}</ol>
${elsewhere(sheet)}
<p>${buttonLink({ href: address.remove(), label: t.draft.deleteAct, look: 'tertiary' })}</p>`;
  return page(heading, main, { shape: 'reading' });
}

/** What is different from when the draft was begun, if anything is. */
export function changesBox({ t, visit, draft }: Sheet, changes: Changes): Html {
  const fee = changes.fee && html`<p class="kern-body">${t.draft.feeChanged(changes.fee.before, changes.fee.now)}</p>`;
  if (changes.isEnded)
    return html`${alertBox({
      kind: 'warning',
      title: t.draft.endedTitle,
      body: html`<p class="kern-body">${t.draft.ended}</p>${fee}<form method="post" action="${addressIn(visit, draft.record.id).draft()}">${submitButton({ label: t.draft.renew, name: 'act', value: 'renew' })}</form>`,
    })}`;
  if (!changes.newest && !fee) return html``;
  const fields =
    changes.fields.length > 0 && html`<p class="kern-body">${t.draft.changedFields(changes.fields.join(', '))}</p>`;
  return html`${alertBox({
    kind: 'info',
    title: changes.newest ? t.draft.changedTitle : t.apply.fee,
    body: html`${changes.newest && html`<p class="kern-body">${t.draft.changed}</p>`}${fields}${fee}`,
  })}`;
}

function elsewhere({ t, visit, draft, state }: Sheet): Html {
  const address = addressIn(visit, draft.record.id);
  const button = (label: string, value: string) =>
    html`<form method="post" action="${address.draft()}">${submitButton({ label, look: 'secondary', name: 'act', value })}</form>`;
  const section = (title: string, body: Html) => html`<h2 class="kern-heading-small">${title}</h2>${body}`;
  if (draft.record.personId) return section(t.draft.personTitle, html`<p class="kern-body">${t.draft.person}</p>`);
  const email = emailOf(state);
  const told = { sent: t.draft.linkSent, late: t.draft.linkTooMany }[visit.query.link ?? ''];
  const link =
    email === undefined
      ? html`<p class="kern-body">${t.draft.otherDeviceNeedsEmail}</p>`
      : isEmailGood(draft, state)
        ? html`<p class="kern-body">${t.draft.otherDevice(email)}</p>${button(t.draft.sendLink, 'link')}`
        : html`<p class="kern-body">${t.draft.otherDeviceNeedsEmail}</p><p>${buttonLink({ href: address.confirm({ next: 'draft' }), label: t.draft.confirmEmail, look: 'secondary' })}</p>`;
  const account = visit.session
    ? html`<p class="kern-body">${t.draft.takeOver(visit.session.displayName)}</p>${button(t.draft.takeOverAct, 'take-over')}`
    : html`<p>${buttonLink({ href: address.signIn(address.draft()), label: t.draft.signIn, look: 'secondary' })}</p>`;
  return html`${section(t.draft.otherDeviceTitle, html`${told && alertBox({ kind: 'success', title: told })}${link}`)}${section(t.draft.takeOverTitle, account)}`;
}

async function act(visit: Visit, wiring: FormsWiring): Promise<Answer> {
  draftIdOf(visit);
  wiring.limiter.take('write', visit.session?.personId ?? visit.address);
  const asked = sentText(visit, 'act');
  return onDraft(visit, wiring, { lock: true }, async (sheet) => {
    if (asked === 'renew') return renew(sheet);
    if (asked === 'take-over') return takeOver(sheet);
    if (asked === 'link') return sendResumeLink(sheet);
    throw notFound();
  });
}

/** On with the newest version of the form; answers to questions that are still asked stay. */
async function renew(sheet: Sheet): Promise<Answer> {
  const { visit, draft, tx } = sheet;
  const { newest } = changesSince(sheet, serviceNow(sheet));
  if (newest) {
    draft.record.formVersionId = newest.id;
    delete draft.content.shown;
    await keepDraft(tx, draft, true, visit.clock.now());
  }
  return redirect(addressIn(visit, draft.record.id).draft());
}

/** The draft becomes the signed-in person's; this browser's secret opens it no more. */
async function takeOver({ visit, draft, tx, wiring }: Sheet): Promise<Answer> {
  const { id, personId } = draft.record;
  const { session } = visit;
  const back = addressIn(visit, id).draft();
  if (!session || visit.principal.kind !== 'person' || personId !== null) return redirect(back);
  await wiring.documents.grantBox(tx, id, session.personId);
  await giveToPerson(tx, id, session.personId, visit.clock.now());
  await recordDraftAct(tx, visit, 'draft.taken-over', id, session.personId);
  const held = heldBy(visit);
  return redirect(back, held ? [releaseCookie(visit.portal.key, held, id)] : []);
}
