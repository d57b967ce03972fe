import { html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import { alertBox, buttonLink, facts, printButton, steps } from '../../../ui/index.ts';
import type { Visit } from '../../identity/index.ts';
import type { CaseRecord } from '../case-record.ts';
import type { Receipt } from '../submission/submit-application.ts';
import type { Surroundings } from '../surroundings.ts';
import { textsFor } from './texts/index.ts';
import { momentOf, weekdayOf } from './when.ts';

/** «Received»: shown only for a case that is kept. Number, code, and what happens next. */
export function receiptPage(visit: Visit, surroundings: Surroundings, record: CaseRecord, receipt: Receipt): Answer {
  const texts = textsFor(visit.language, visit.portal.country);
  const t = texts.receipt;
  const title = surroundings.title(record.portal, record.service, visit.language);
  const authority = surroundings.authority(record.authorityId)?.name ?? '';
  const lang = visit.language;
  const status = visit.root + to(urls.portal.caseByNumber, { lang, number: record.number });
  const account = visit.root + to(urls.portal.accountCase, { lang, case: record.id });
  const document = visit.root + to(urls.portal.receiptDocument, { lang, draft: record.draftId });
  const main = html`<h1 class="kern-heading-large">${t.title}</h1>
<p class="kern-body kern-body--large">${t.lead(title.text, authority)}</p>
<div class="receipt-facts">${facts([
    { label: t.number, value: html`<strong class="case-number">${receipt.number}</strong>` },
    { label: t.code, value: html`<strong class="case-number">${receipt.code}</strong>` },
    { label: t.receivedAt, value: momentOf(visit, record.receivedAt) },
    { label: t.dueOn, value: weekdayOf(visit, record.dueOn) },
  ])}</div>
${alertBox({ kind: 'info', title: t.keep, body: t.keepText })}
<p class="buttons">${buttonLink({ href: document, label: t.download })}
${record.personId ? buttonLink({ href: account, label: t.toAccount, look: 'secondary' }) : buttonLink({ href: status, label: t.toStatus, look: 'secondary' })}
${printButton({ label: t.print })}</p>
<h2 class="kern-heading-medium">${t.next}</h2>
${steps([
  { title: t.steps.received.title, text: t.steps.received.text, state: 'done' },
  { title: t.steps.check.title, text: t.steps.check.text, state: 'now' },
  { title: t.steps.decided.title, text: t.steps.decided.text(weekdayOf(visit, record.dueOn)), state: 'ahead' },
  { title: t.steps.delivery.title, text: t.steps.delivery[record.delivery], state: 'ahead' },
])}`;
  return page(t.title, main, { shape: 'reading' });
}

/** The receipt's document is written by a job; until it is there. */
export function notYetPage(visit: Visit, path: string): Answer {
  const t = textsFor(visit.language, visit.portal.country).receipt;
  const main = html`<h1 class="kern-heading-large">${t.notYetTitle}</h1>
<p class="kern-body kern-body--large">${t.notYet}</p>
<p>${buttonLink({ href: visit.root + path, label: t.again })}</p>`;
  return page(t.notYetTitle, main, { shape: 'reading', status: 503, headers: { 'retry-after': '5' } });
}
