import { type Html, html } from '../../../platform/html/html.ts';
import { to, routes as urls } from '../../../routes.ts';
import { badge, summaryList } from '../../../ui/index.ts';
import type { Visit } from '../../identity/index.ts';
import { type Followed, isTheirs } from '../account/follow-case.ts';
import { totalFee } from '../case-record.ts';
import { textsFor } from './texts/index.ts';
import { momentOf } from './when.ts';

/** Both sides' messages, oldest first. */
export function messagesOf(visit: Visit, { messages }: Followed): Html {
  const t = textsFor(visit.language, visit.portal.country).follow;
  const items = messages.map(
    ({ from, subject, body, writtenAt }) => html`<li class="message-line message-line--${from}">
<span class="message-line__from">${from === 'authority' ? t.fromAuthority : t.fromYou}, ${momentOf(visit, writtenAt)}</span>
<b class="message-line__subject">${subject}</b><span class="message-text">${body}</span></li>`,
  );
  return html`<h2 class="kern-heading-medium">${t.messages}</h2>
${items.length > 0 ? html`<ol class="message-lines">${items}</ol>` : html`<p class="kern-body">${t.noMessages}</p>`}`;
}

/** The receipt (written when it is first asked for), what was uploaded, and the letter once it was delivered. */
export function documentsOf(visit: Visit, { opened, files }: Followed): Html {
  const t = textsFor(visit.language, visit.portal.country).follow;
  const { record } = opened;
  const theirs = files.filter((file) => file.kind !== 'receipt' && isTheirs(file, record, opened.state));
  const receipt = visit.root + to(urls.portal.receiptDocument, { lang: visit.language, draft: record.draftId });
  const first = html`<li class="document-line"><a class="kern-link" href="${receipt}" download>${record.number}.pdf</a> <span class="document-line__kind">${t.kinds.receipt}</span></li>`;
  const items = theirs.map(({ id, name, kind, state }) => {
    const path = to(urls.portal.accountDocument, { lang: visit.language, document: id }, { case: record.id });
    return html`<li class="document-line">${
      state === 'clean' ? html`<a class="kern-link" href="${visit.root}${path}" download>${name}</a>` : name
    } <span class="document-line__kind">${t.kinds[kind]}</span>${
      state !== 'clean' && badge({ text: t.states[state], tone: state === 'refused' ? 'bad' : 'neutral' })
    }</li>`;
  });
  return html`<h2 class="kern-heading-medium">${t.documents}</h2><ul class="document-lines">${first}${items}</ul>`;
}

/** What was sent, as the summary showed it, with the fee that was shown. */
export function answersOf(visit: Visit, { opened }: Followed): Html {
  const t = textsFor(visit.language, visit.portal.country).follow;
  const fee = totalFee(opened.record.pinned);
  const sections = opened.application.summary.map(
    ({ section, rows }) =>
      html`<h3 class="kern-heading-small">${section}</h3>${summaryList(rows.map(({ label, value }) => ({ label, value })))}`,
  );
  const amount =
    fee &&
    `${new Intl.NumberFormat(visit.locale, { style: 'currency', currency: fee.currency }).format(fee.amountCents / 100)}${
      opened.record.pinned.fee?.isExample ? ` (${t.feeExample})` : ''
    }`;
  return html`<details class="fold"><summary>${t.answers}</summary>${sections}${amount && summaryList([{ label: t.fee, value: amount }])}</details>`;
}
