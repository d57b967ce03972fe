import { type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { routes, to } from '../../../routes.ts';
import { badge } from '../../../ui/badge/badge.ts';
import { pagination } from '../../../ui/pagination/pagination.ts';
import type { Visit } from '../../identity/index.ts';
import type { Message } from '../message.ts';
import { SHOWN, type Shown } from '../message-store.ts';
import type { MessagePage } from '../read-messages.ts';
import { type Texts, textsFor } from './texts/index.ts';
import { timeOf } from './time-of.ts';

/** Newest first; what is new or wants an answer says so in words. */
export function mailboxPage(
  visit: Visit,
  found: MessagePage,
  ask: { shown: Shown; isFirst: boolean; nameOf(authorityId: string): string },
): Answer {
  const t = textsFor(visit.language, visit.portal.country);
  const href = (query: Record<string, string | undefined> = {}) =>
    visit.root + to(routes.portal.mailbox, { lang: visit.language }, query);
  const shown = ask.shown === 'all' ? undefined : ask.shown;
  const main = html`<h1 class="kern-heading-large">${t.title}</h1>
<p class="kern-body kern-body--large">${t.intro}</p>
<nav class="mailbox-filters" aria-label="${t.filters}"><ul>${SHOWN.map(
    (each) =>
      html`<li><a class="kern-link" href="${href(each === 'all' ? {} : { show: each })}"${each === ask.shown && html` aria-current="page"`}>${t.shown[each]}</a></li>`,
  )}</ul></nav>
${
  found.messages.length === 0
    ? html`<p class="kern-body">${t.none[ask.shown]}</p>`
    : html`<ul class="mailbox-list">${found.messages.map((message) => lineOf(visit, t, message, ask.nameOf(message.authorityId)))}</ul>`
}
${pagination({
  ...(!ask.isFirst && { previous: href({ show: shown }) }),
  ...(found.next && { next: href({ show: shown, before: found.next.writtenAt, id: found.next.id }) }),
  labels: { previous: t.previous, next: t.next, name: t.pages },
})}`;
  return page(t.title, main);
}

function lineOf(visit: Visit, t: Texts, message: Message, authority: string): Html {
  const address = visit.root + to(routes.portal.message, { lang: visit.language, message: message.id });
  return html`<li class="mailbox-line${message.readAt === null && ' mailbox-line--unread'}"><a class="mailbox-line__subject" href="${address}">${message.subject}</a>
<span class="mailbox-line__states">${message.readAt === null && badge({ text: t.unread, tone: 'neutral' })}${stateOf(t, message)}</span>
<span class="mailbox-line__from">${authority}, <time datetime="${message.writtenAt.toISOString()}">${timeOf(visit, message.writtenAt)}</time></span></li>`;
}

function stateOf(t: Texts, message: Message): Html | false {
  if (!message.wantsAnswer) return false;
  return message.answeredAt === null
    ? badge({ text: t.toAnswer, tone: 'warn' })
    : badge({ text: t.answered, tone: 'good' });
}
