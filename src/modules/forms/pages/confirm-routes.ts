import { html } from '../../../platform/html/html.ts';
import { type Answer, page, redirect } from '../../../platform/http/answer.ts';
import type { Route } from '../../../platform/http/route.ts';
import { routes as urls } from '../../../routes.ts';
import { fieldTextsFor, textField } from '../../../ui/fields/index.ts';
import { errorSummary, submitButton } from '../../../ui/index.ts';
import {
  type CodeSubject,
  confirmEmailCode,
  isEmailConfirmed,
  networkOf,
  requestEmailCode,
  TooMany,
  type Visit,
} from '../../identity/index.ts';
import { keepDraft } from '../drafts/open-draft.ts';
import { emailOf, isEmailGood } from '../drafts/read-for-submission.ts';
import type { FormsWiring } from '../forms-wiring.ts';
import { addressIn, onDraft, type Sheet, sentText } from './sheet.ts';

/** The e-mail address is confirmed by a code, so that notices reach the one who applies. */
export const confirmRoutes = (wiring: FormsWiring): Route<Visit>[] => [
  {
    method: 'GET',
    path: urls.portal.draftConfirm,
    access: 'draft.edit',
    handle: (visit) => onDraft(visit, wiring, { lock: false }, (sheet) => look(sheet)),
  },
  { method: 'POST', path: urls.portal.draftConfirm, access: 'draft.edit', handle: (visit) => confirm(visit, wiring) },
];

const PROBLEMS = ['wrong', 'late', 'tooMany', 'missing'] as const;
type Problem = (typeof PROBLEMS)[number];

const next = (visit: Visit): 'draft' | undefined =>
  visit.query.next === 'draft' || sentText(visit, 'next') === 'draft' ? 'draft' : undefined;

/** On to where it was asked for. */
function goOn({ visit, draft }: Sheet): Answer {
  const address = addressIn(visit, draft.record.id);
  return redirect(next(visit) ? address.draft() : address.summary());
}

function look(sheet: Sheet): Answer {
  const { draft, state } = sheet;
  const email = emailOf(state);
  if (email === undefined) return toEmailPage(sheet);
  if (isEmailGood(draft, state)) return goOn(sheet);
  const { sent, problem } = sheet.visit.query;
  return show(
    sheet,
    email,
    sent === '1',
    PROBLEMS.find((known) => known === problem),
  );
}

function toEmailPage({ visit, draft, state }: Sheet): Answer {
  const address = addressIn(visit, draft.record.id);
  const field = state.form.fields.get(state.form.definition.email ?? '');
  return redirect(field ? address.page(field.page, { check: '1' }) : address.summary());
}

function show({ visit, t, draft, state }: Sheet, email: string, isSent: boolean, problem?: Problem): Answer {
  const address = addressIn(visit, draft.record.id);
  const c = t.confirm;
  const action = address.confirm();
  const hidden = next(visit) && html`<input type="hidden" name="next" value="draft">`;
  const code = html`<form method="post" action="${action}" novalidate>${hidden}
${textField({ id: 'f-code', name: 'code', label: c.code, hint: c.codeHint, error: problem && c[problem], inputmode: 'numeric', autocomplete: 'one-time-code', width: 10, spellcheck: false }, fieldTextsFor(visit.language))}
<div class="form-buttons">${submitButton({ label: c.check })}</div></form>`;
  const ask = html`<form method="post" action="${action}">${hidden}${submitButton({ label: isSent ? c.sendAgain : c.send, look: isSent ? 'secondary' : 'primary', name: 'act', value: 'send' })}</form>`;
  const field = state.form.fields.get(state.form.definition.email ?? '');
  const main = html`<h1 class="kern-heading-large">${c.title}</h1>
${problem && errorSummary({ title: t.page.errorsTitle, errors: [{ href: '#f-code', text: c[problem] }] })}
<p class="kern-body kern-body--large" role="status">${isSent ? c.text(email) : c.ask(email)}</p>
${isSent && code}${ask}
${field && html`<p><a class="kern-link" href="${address.page(field.page)}">${c.otherAddress}</a></p>`}`;
  return page(`${problem ? t.page.errorPrefix : ''}${c.title}`, main, {
    shape: 'reading',
  });
}

async function confirm(visit: Visit, wiring: FormsWiring): Promise<Answer> {
  wiring.limiter.take('email-code', visit.address);
  const isAsked = sentText(visit, 'act') === 'send';
  return onDraft(visit, wiring, { lock: true }, async (sheet) => {
    const email = emailOf(sheet.state);
    if (email === undefined) return toEmailPage(sheet);
    if (isEmailGood(sheet.draft, sheet.state)) return goOn(sheet);
    const outcome = isAsked ? await sendCode(sheet, email) : await checkCode(sheet, email);
    if (outcome === 'confirmed') return goOn(sheet);
    const problem = outcome === 'sent' ? undefined : outcome;
    return redirect(addressIn(visit, sheet.draft.record.id).confirm({ sent: '1', problem, next: next(visit) }));
  });
}

/** Whose code it is: the draft's, or the person's who has an account. */
const subjectOf = ({ draft: { record } }: Sheet): CodeSubject => ({
  id: record.personId ?? record.id,
  purpose: 'application',
});

function mayWriteTo({ wiring, visit }: Sheet, email: string): boolean {
  try {
    wiring.limiter.take('mail-to', `${networkOf(visit.address)} ${email.toLowerCase()}`);
    return true;
  } catch (error) {
    if (error instanceof TooMany) return false;
    throw error;
  }
}

async function sendCode(sheet: Sheet, email: string): Promise<'sent' | 'tooMany'> {
  const { visit, wiring, tx } = sheet;
  if (!mayWriteTo(sheet, email)) return 'tooMany';
  const asked = await requestEmailCode(tx, wiring.identity.emailCodes, subjectOf(sheet), {
    address: email,
    portalName: visit.portal.name[visit.language] ?? visit.portal.name.de ?? visit.portal.key,
    language: visit.language,
    at: visit.clock.now(),
  });
  return asked === 'sent' ? 'sent' : 'tooMany';
}

/** A try counts whatever comes out, so nothing is thrown here. The code must have gone to the address as it is now. */
async function checkCode(sheet: Sheet, email: string): Promise<Problem | 'confirmed'> {
  const { visit, wiring, draft, tx } = sheet;
  const typed = (sentText(visit, 'code') ?? '').slice(0, 100);
  if (typed.trim() === '') return 'missing';
  const { key } = wiring.identity.emailCodes;
  const answer = await confirmEmailCode(tx, key, subjectOf(sheet), typed, visit.clock.now());
  if (answer === 'too-many-or-late') return 'late';
  if (answer === 'wrong' || !(await isEmailConfirmed(tx, key, subjectOf(sheet), email))) return 'wrong';
  draft.content.confirmedEmail = email;
  await keepDraft(tx, draft, false, visit.clock.now());
  return 'confirmed';
}
