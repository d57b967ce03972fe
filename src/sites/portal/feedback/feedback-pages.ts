import type { Visit } from '../../../modules/identity/index.ts';
import { type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import { alertBox, errorSummary, submitButton } from '../../../ui/index.ts';
import { type Texts, textsFor } from '../texts/index.ts';

export const LONGEST_COMMENT = 2000;

export interface FeedbackAsk {
  /** The page it is about, by its name. */
  page: string;
  /** Already answered: yes or no. */
  isAnswered: boolean;
  comment?: string;
  fault?: 'empty' | 'tooLong';
}

/** Where more can be said. What was typed stays when something is wrong with it. */
export function feedbackPage(visit: Visit, ask: FeedbackAsk): Answer {
  const t = textsFor(visit.language, visit.portal.country);
  const fault = ask.fault && (ask.fault === 'empty' ? t.feedback.empty : t.feedback.tooLong(LONGEST_COMMENT));
  const main = html`${
    fault && errorSummary({ title: t.feedback.faultTitle, errors: [{ href: '#comment', text: fault }] })
  }<h1 class="kern-heading-large">${t.feedback.title}</h1>
${ask.isAnswered && alertBox({ kind: 'success', title: t.feedback.thanks, body: t.feedback.askMore })}
<form method="post" novalidate>
<input type="hidden" name="page" value="${ask.page}">
${commentField(t, ask.comment ?? '', fault)}
<div class="buttons">${submitButton({ label: t.feedback.send })}${ask.isAnswered && backLink(visit, t, ask.page)}</div>
</form>
<h2 class="kern-heading-medium">${t.layout.accessibility}</h2>
<p>${t.feedback.barrier}</p>
<p><a href="${visit.root + to(urls.portal.contact, { lang: visit.language })}">${t.feedback.toContact}</a></p>`;
  return page(t.feedback.title, main, { shape: 'reading', status: fault ? 422 : 200 });
}

function commentField(t: Texts, comment: string, fault: string | undefined): Html {
  return html`<div class="kern-form-input${fault && html` kern-form-input--error`}">
<label class="kern-label" for="comment">${t.feedback.label}</label>
<div class="kern-hint" id="comment-hint">${t.feedback.hint}</div>
<textarea class="kern-form-input__input" id="comment" name="comment" rows="5" maxlength="${LONGEST_COMMENT}" aria-describedby="comment-hint${fault && html` comment-error`}"${fault && html` aria-invalid="true"`}>${comment}</textarea>
${fault && html`<p class="kern-error" id="comment-error"><span class="kern-body">${fault}</span></p>`}</div>`;
}

/** Thanks, and the way back. */
export function feedbackSent(visit: Visit, name: string): Answer {
  const t = textsFor(visit.language, visit.portal.country);
  const main = html`<h1 class="kern-heading-large">${t.feedback.sent}</h1>
<p>${t.feedback.sentText}</p>
<p>${backLink(visit, t, name)}</p>`;
  return page(t.feedback.sent, main, { shape: 'reading' });
}

/** Back to the page, unless its name leaves something out. */
const backLink = (visit: Visit, t: Texts, name: string): Html =>
  name.includes(':') ? html`` : html`<a class="kern-link" href="${visit.root}${name}">${t.feedback.back}</a>`;
