import { type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import { alertBox, type BadgeTone, badge, buttonLink, pagination } from '../../../ui/index.ts';
import type { DraftLine } from '../../forms/index.ts';
import type { Visit } from '../../identity/index.ts';
import type { CaseRecord } from '../case-record.ts';
import type { Status } from '../engine/case-state.ts';
import type { Surroundings } from '../surroundings.ts';
import { textsFor } from './texts/index.ts';
import { dayOf, momentOf, weekdayOf } from './when.ts';

export const TONES: Record<Status, BadgeTone> = {
  received: 'neutral',
  'in-progress': 'neutral',
  waiting: 'warn',
  decided: 'good',
  ready: 'good',
  closed: 'good',
  withdrawn: 'neutral',
};

/** Everything of somebody who is signed in: what is begun, what was sent, what waits to be read. */
export function accountPage(
  visit: Visit,
  surroundings: Surroundings,
  of: { drafts: readonly DraftLine[]; cases: readonly CaseRecord[]; unread: number; next?: string },
): Answer {
  const t = textsFor(visit.language, visit.portal.country).account;
  const at = (
    path:
      | '/:lang/account'
      | '/:lang/account/mailbox'
      | '/:lang/account/looked-at'
      | '/:lang/services'
      | '/:lang/status',
  ) => visit.root + to(path, { lang: visit.language });
  const mailbox = html`<a class="kern-link" href="${at(urls.portal.mailbox)}">${t.toMailbox}</a>`;
  const next = of.next && `${at(urls.portal.account)}?${new URLSearchParams({ after: of.next })}`;
  const isFurther = visit.query.after !== undefined;
  const main = html`<h1 class="kern-heading-large">${t.title}</h1>
${of.unread > 0 ? alertBox({ kind: 'info', title: t.unread(of.unread), body: html`<p class="kern-body">${mailbox}</p>` }) : html`<p class="kern-body">${mailbox}</p>`}
${of.drafts.length > 0 && draftList(visit, surroundings, of.drafts)}
<h2 class="kern-heading-medium">${t.cases}</h2>
${of.cases.length > 0 ? caseList(visit, surroundings, of.cases) : html`<p class="kern-body">${t.none}</p><p>${buttonLink({ href: at(urls.portal.services), label: t.toServices })}</p>`}
${pagination({ ...(isFurther && { previous: at(urls.portal.account) }), ...(next && { next }), labels: { previous: t.first, next: t.more } })}
<p class="kern-body"><a class="kern-link" href="${at(urls.portal.lookedAt)}">${t.lookedAt}</a></p>
<p class="kern-body">${t.byCode} <a class="kern-link" href="${at(urls.portal.status)}">${textsFor(visit.language, visit.portal.country).status.title}</a></p>`;
  return page(t.title, main);
}

function draftList(visit: Visit, surroundings: Surroundings, drafts: readonly DraftLine[]): Html {
  const t = textsFor(visit.language, visit.portal.country).account;
  return html`<h2 class="kern-heading-medium">${t.drafts}</h2><ul class="matters">${drafts.map((draft) => {
    const title = surroundings.title(visit.portal.key, draft.service, visit.language);
    const href = visit.root + to(urls.portal.draft, { lang: visit.language, draft: draft.id });
    return html`<li class="matters__one"><a class="matters__title" href="${href}"><span lang="${title.lang}">${title.text}</span></a>
<span class="matters__when">${t.draftAt(momentOf(visit, draft.updatedAt))}</span></li>`;
  })}</ul>`;
}

function caseList(visit: Visit, surroundings: Surroundings, cases: readonly CaseRecord[]): Html {
  const { account: t, statuses } = textsFor(visit.language, visit.portal.country);
  return html`<ul class="matters">${cases.map((record) => {
    const title = surroundings.title(record.portal, record.service, visit.language);
    const href = visit.root + to(urls.portal.accountCase, { lang: visit.language, case: record.id });
    const isOpen = ['received', 'in-progress', 'waiting'].includes(record.status);
    return html`<li class="matters__one"><a class="matters__title" href="${href}"><span lang="${title.lang}">${title.text}</span></a>
${badge({ text: statuses[record.status], tone: TONES[record.status] })}
<span class="matters__when">${record.number} · ${surroundings.authority(record.authorityId)?.name} · ${t.receivedOn(dayOf(visit, record.receivedAt))}${
      isOpen && html` · ${t.dueOn(weekdayOf(visit, record.dueOn))}`
    }</span></li>`;
  })}</ul>`;
}
