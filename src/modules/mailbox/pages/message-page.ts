import { type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { routes, to } from '../../../routes.ts';
import { alertBox } from '../../../ui/alert-box/alert-box.ts';
import { errorSummary } from '../../../ui/error-summary/error-summary.ts';
import { summaryList } from '../../../ui/summary-list/summary-list.ts';
import type { StoredFile } from '../../documents/index.ts';
import type { AssuranceLevel, Visit } from '../../identity/index.ts';
import type { Message } from '../message.ts';
import { type AnswerDraft, answerFields } from './answer-fields.ts';
import { type Texts, textsFor } from './texts/index.ts';
import { timeOf } from './time-of.ts';

export interface OpenMessage {
  message: Message;
  /** How surely somebody must be known to read it. */
  level: AssuranceLevel;
  authority: string;
  files: readonly StoredFile[];
  /** Files laid to an answer that is not sent yet. */
  attached: readonly StoredFile[];
}

export function messagePage(visit: Visit, open: OpenMessage, draft?: AnswerDraft): Answer {
  const t = textsFor(visit.language, visit.portal.country);
  const { message } = open;
  const address = (path: string) => visit.root + path;
  const main = html`<h1 class="kern-heading-large">${message.subject}</h1>
${draft && draft.errors.length > 0 && errorSummary({ title: t.wrong, errors: draft.errors.map(({ field, text }) => ({ href: `#${field}`, text })) })}
${summaryList([
  { label: t.from, value: open.authority },
  {
    label: t.at,
    value: html`<time datetime="${message.writtenAt.toISOString()}">${timeOf(visit, message.writtenAt)}</time>`,
  },
])}
<div class="message-body">${paragraphs(message.body)}</div>
${documentsOf(visit, t, open)}
${answerOf(visit, t, open, draft)}
<p><a class="kern-link" href="${address(to(routes.portal.accountCase, { lang: visit.language, case: message.caseId }))}">${t.toCase}</a></p>
<p><a class="kern-link" href="${address(to(routes.portal.mailbox, { lang: visit.language }))}">${t.back}</a></p>`;
  const errors = draft?.errors.length ?? 0;
  return page(message.subject, main, { shape: 'reading', ...(errors > 0 && { status: 422 }) });
}

/** Blank lines part paragraphs, other line ends stay line ends. */
export const paragraphs = (text: string): Html[] =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map(
      (part) =>
        html`<p class="kern-body">${part
          .trim()
          .split('\n')
          .map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</p>`,
    );

function documentsOf(visit: Visit, t: Texts, { files, message }: OpenMessage): Html | false {
  if (files.length === 0) return false;
  const hrefOf = (document: string) =>
    visit.root + to(routes.portal.accountDocument, { lang: visit.language, document }, { case: message.caseId });
  const one = (file: StoredFile) =>
    file.state === 'clean'
      ? html`<li><a class="kern-link" href="${hrefOf(file.id)}">${file.name}</a></li>`
      : html`<li>${file.name} (${file.state === 'quarantined' ? t.checking : t.refusedFile})</li>`;
  return html`<section aria-labelledby="documents"><h2 class="kern-heading-small" id="documents">${t.documents}</h2>
<ul class="document-list">${files.map(one)}</ul></section>`;
}

function answerOf(visit: Visit, t: Texts, open: OpenMessage, draft: AnswerDraft | undefined): Html | false {
  const { message } = open;
  if (!message.wantsAnswer) return false;
  if (message.answeredAt !== null)
    return alertBox({ kind: 'success', title: t.sentTitle, body: t.sent(timeOf(visit, message.answeredAt)) });
  return html`<section aria-labelledby="reply"><h2 class="kern-heading-small" id="reply">${t.answerTitle}</h2>
<form method="post" action="${visit.path}" enctype="multipart/form-data" class="answer-form">
${answerFields(visit, { attached: open.attached, draft })}
</form></section>`;
}
