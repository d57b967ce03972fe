import {
  type InboxLine,
  type InboxQuestion,
  SCOPES,
  type Scope,
  type Surroundings,
} from '../../../modules/cases/index.ts';
import { type Colleague, may, type Visit } from '../../../modules/identity/index.ts';
import { type Child, type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import { alertBox, pagination } from '../../../ui/index.ts';
import { textsFor } from '../texts/index.ts';
import { dueWords } from './due-words.ts';
import { filterForm } from './filter-form.ts';
import { addressOf, queryOf } from './question.ts';
import { weekLoad } from './week-load.ts';

export interface InboxView {
  question: InboxQuestion;
  lines: readonly InboxLine[];
  next?: { at: string; id: string };
  counts: Partial<Record<Scope, number>>;
  load: readonly { day: string; count: number }[];
  colleagues: readonly Colleague[];
}

/** Scopes with their counts, the list, the week: dense, due first, whose turn it is in words. */
export function inboxView(visit: Visit, surroundings: Surroundings, view: InboxView): Answer {
  const t = textsFor(visit.language, visit.portal.country);
  const { question } = view;
  const isFiltered = question.words !== undefined || question.service !== undefined;
  const next = view.next && addressOf(visit, { ...queryOf(question), after: `${view.next.at}_${view.next.id}` });
  const main = html`<div class="bench">
<nav class="bench__scopes" aria-label="${t.inbox.scopeNav}">${scopeList(visit, view)}</nav>
<div class="bench__list"><h1 class="bench__title">${t.inbox.scopes[question.scope]}</h1>
${visit.query.gone !== undefined && alertBox({ kind: 'warning', title: t.inbox.gone })}
${filterForm(visit, surroundings, question)}
${
  view.lines.length > 0
    ? lineTable(visit, surroundings, view)
    : html`<p class="bench__none">${isFiltered ? t.inbox.noneFound : t.inbox.none}</p>`
}
${pagination({
  ...(question.after && { previous: addressOf(visit, queryOf(question)) }),
  ...(next && { next }),
  labels: { previous: t.inbox.first, next: t.inbox.next },
})}</div>
<aside class="bench__side"><h2 class="bench__heading">${t.inbox.load}</h2>${weekLoad(visit, view.load, question.today)}</aside>
</div>`;
  return page(t.inbox.title, main, { shape: 'wide' });
}

/** Beyond this many nobody needs to know how many more. */
const MOST_COUNTED = 1_000;

function scopeList(visit: Visit, { question, counts }: InboxView): Html {
  const t = textsFor(visit.language, visit.portal.country).inbox;
  const { words, service, sort } = question;
  return html`<ul>${SCOPES.map((scope) => {
    const count = counts[scope];
    const shown = count !== undefined && count >= MOST_COUNTED ? `${MOST_COUNTED}+` : count;
    return html`<li><a href="${addressOf(visit, queryOf({ scope, sort, ...(words && { words }), ...(service && { service }) }))}"${
      scope === question.scope && html` aria-current="page"`
    }><span>${t.scopes[scope]}</span> ${shown !== undefined && html`<b>${shown}</b>`}</a></li>`;
  })}</ul>`;
}

function lineTable(visit: Visit, surroundings: Surroundings, view: InboxView): Html {
  const t = textsFor(visit.language, visit.portal.country);
  const names = new Map(view.colleagues.map(({ personId, name }) => [personId, name]));
  const heads = [t.inbox.due, t.inbox.case, t.inbox.applicant, t.inbox.state, t.inbox.with];
  return html`<table class="lines"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}<th scope="col"><span class="kern-sr-only">${t.inbox.act}</span></th></tr></thead>
<tbody>${view.lines.map((line) => {
    const due = dueWords(line.dueOn, view.question.today, visit.locale, t.due);
    const href = visit.root + to(urls.workbench.case, { lang: visit.language, case: line.caseId });
    const title = surroundings.title(visit.portal.key, line.service, visit.language);
    const isEnded = line.status === 'closed' || line.status === 'withdrawn';
    return html`<tr data-line><td class="lines__due lines__due--${isEnded ? 'later' : due.tone}" data-label="${t.inbox.due}">${due.words}</td>
<td class="lines__case" data-label="${t.inbox.case}"><a href="${href}" data-open><b lang="${title.lang}">${title.text}</b> <span class="lines__number">${line.number}</span></a></td>
<td data-label="${t.inbox.applicant}">${line.label}</td><td data-label="${t.inbox.state}">${t.statuses[line.status]}</td>
<td data-label="${t.inbox.with}">${withWhom(visit, line, names)}</td>
<td class="lines__act">${takeForm(visit, line)}</td></tr>`;
  })}</tbody></table>`;
}

/** Whose turn it is. */
function withWhom(visit: Visit, line: InboxLine, names: ReadonlyMap<string, string>): string {
  const t = textsFor(visit.language, visit.portal.country).inbox;
  if (line.status === 'waiting') return t.applicantWaits;
  if (line.assigneeId === null) return '–';
  return line.assigneeId === visit.session?.personId ? t.you : (names.get(line.assigneeId) ?? '…');
}

function takeForm(visit: Visit, line: InboxLine): Child {
  const isFree = line.assigneeId === null && line.status !== 'closed' && line.status !== 'withdrawn';
  if (!isFree || !may(visit.session, 'case.take', 'authority')) return undefined;
  const t = textsFor(visit.language, visit.portal.country).inbox;
  return html`<form method="post" action="${visit.path}"><input type="hidden" name="case" value="${line.caseId}"><button class="lines__take" type="submit" data-take>${t.take}<span class="kern-sr-only"> ${line.number}</span></button></form>`;
}
