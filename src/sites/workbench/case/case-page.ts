import type { OpenEvent, Surroundings } from '../../../modules/cases/index.ts';
import type { Visit } from '../../../modules/identity/index.ts';
import { type Child, type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import { alertBox, breadcrumbs, errorSummary } from '../../../ui/index.ts';
import { dueWords } from '../inbox/due-words.ts';
import { todayOf } from '../inbox/question.ts';
import { textsFor } from '../texts/index.ts';
import type { StaffOutcome } from './act-as-staff.ts';
import { answersOf, documentsOf, messagesOf, notesOf } from './case-parts.ts';
import { eventLine, wayOf } from './case-way.ts';
import { momentWords } from './moment-words.ts';
import { nextAct } from './next-act.ts';
import { otherActs } from './other-acts.ts';
import type { OpenDesk } from './read-desk.ts';
import type { StaffAct } from './staff-acts.ts';
import type { Typed } from './typed.ts';

/** An act that did not come about, with what was typed for it. */
export interface Tried {
  act: StaffAct;
  outcome: Exclude<StaffOutcome, { kind: 'done' }>;
  typed: Typed;
}

/** One case on the desk: the one obvious next act first, then everything one needs for it. */
export function casePage(visit: Visit, surroundings: Surroundings, desk: OpenDesk, tried?: Tried): Answer {
  const t = textsFor(visit.language, visit.portal.country);
  const { record, application, state } = desk.opened;
  const title = surroundings.title(record.portal, record.service, visit.language);
  const inbox = visit.root + to(urls.workbench.inbox, { lang: visit.language });
  const due = dueWords(record.dueOn, todayOf(visit), visit.locale, t.due);
  const isOpen = state.status !== 'closed' && state.status !== 'withdrawn';
  const at = { visit, surroundings, desk, ...(tried && { tried }) };
  const main = html`<div class="case">
<div class="case__head">${tried && triedBox(visit, desk, tried)}${visit.query.done && !tried && alertBox({ kind: 'success', title: t.case.done })}
${breadcrumbs([{ href: inbox, label: t.inbox.title }, { label: record.number }])}
<h1 class="case__title"><span lang="${title.lang}">${title.text}</span> · ${application.label}</h1>
<p class="case__line"><strong class="case-number">${record.number}</strong> · ${t.case.receivedAt(momentWords(visit, record.receivedAt))}${
    isOpen && html` · <span class="lines__due--${due.tone}">${t.case.due(due.words)}</span>`
  } · ${t.statuses[state.status]}</p></div>
<aside class="case__side">${nextAct(at)}
<h2 class="bench__heading">${t.case.timeline}</h2>${wayOf(visit, desk)}</aside>
<div class="case__main">${answersOf(at)}${documentsOf(visit, desk)}${messagesOf(visit, desk)}
${notesOf(at)}${otherActs(at)}</div>
</div>`;
  return page(`${record.number} ${title.text}`, main, { shape: 'wide', ...(tried && { status: statusOf(tried) }) });
}

const statusOf = ({ outcome }: Tried): number => (outcome.kind === 'wrong' ? 422 : 409);

function triedBox(visit: Visit, desk: OpenDesk, tried: Tried): Html {
  const t = textsFor(visit.language, visit.portal.country).case;
  const { outcome } = tried;
  if (outcome.kind === 'wrong')
    return errorSummary({
      title: t.faultTitle,
      errors: outcome.faults.map(({ field, what }) => ({ href: `#${field}`, text: t[what] })),
    });
  if (outcome.kind === 'refused')
    return alertBox({
      kind: 'warning',
      title: t.refusedTitle,
      body: html`<p class="kern-body">${t.whyNot[outcome.why]}</p>${keptText(visit, tried)}`,
    });
  const numbers = new Set(outcome.since.map(({ number }) => number));
  const since = desk.opened.events.filter((event: OpenEvent) => numbers.has(event.number));
  return alertBox({
    kind: 'warning',
    title: t.changedTitle,
    body: html`<p class="kern-body">${t.changed}</p><ul class="case__since">${since.map((event) => html`<li>${eventLine(visit, desk, event)}</li>`)}</ul>${keptText(visit, tried)}`,
  });
}

/** What was typed stands in the field again if there still is one; here in any case. */
function keptText(visit: Visit, { typed }: Tried): Child {
  const t = textsFor(visit.language, visit.portal.country).case;
  if (!Object.entries(typed).some(([name, value]) => name !== 'seenRevision' && value.trim() !== '')) return undefined;
  if (!typed.text?.trim()) return html`<p class="kern-body">${t.changedKept}</p>`;
  return html`<p class="kern-body">${t.changedKept}</p><p class="kern-body">${t.keptText}</p><blockquote class="kept-text">${typed.text}</blockquote>`;
}
