import type { Visit } from '../../../modules/identity/index.ts';
import { type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import { fieldTextsFor, radios, textArea, textField } from '../../../ui/fields/index.ts';
import { alertBox, badge, breadcrumbs, errorSummary, submitButton } from '../../../ui/index.ts';
import { NOTICE_KINDS, type Notice } from '../../notice/notice.ts';
import { momentIn } from '../content/moment.ts';
import { errorsOf, type Faults, typedIn } from '../content/typed.ts';
import { type Texts, textsFor } from '../texts/index.ts';

/** What is set now, each to be taken back, and a new one. */
export function noticePage(visit: Visit, notices: readonly Notice[], faults: Faults = {}): Answer {
  const t = textsFor(visit.language, visit.portal.country);
  const isFaulty = Object.keys(faults).length > 0;
  const operator = visit.root + to(urls.admin.operator, { lang: visit.language });
  const main = html`${breadcrumbs([{ href: operator, label: t.operator.title }, { label: t.notice.title }])}
<h1 class="kern-heading-large">${t.notice.title}</h1>
${isFaulty && errorSummary({ title: t.problem, errors: errorsOf(faults) })}
${!isFaulty && doneAlert(visit, t)}
<p class="kern-body kern-body--large">${t.notice.intro}</p>
<h2 class="kern-heading-medium">${t.notice.open}</h2>
${openList(visit, t, notices)}
<h2 class="kern-heading-medium">${t.notice.fresh}</h2>
${form(visit, t, faults)}`;
  return page(t.notice.title, main, { status: isFaulty ? 422 : 200 });
}

function doneAlert({ query }: Visit, t: Texts): Html | undefined {
  if (query.done === 'set') return alertBox({ kind: 'success', title: t.notice.setDone });
  return query.done === 'ended' ? alertBox({ kind: 'success', title: t.notice.ended }) : undefined;
}

/** A notice in one line: kind, where, text, until when. */
export function noticeText(visit: Visit, t: Texts, notice: Notice): Html {
  const [lang, text] = notice.text[visit.language]
    ? [visit.language, notice.text[visit.language]]
    : (Object.entries(notice.text)[0] ?? [visit.language, '']);
  const until = notice.until ? t.notice.shownUntil(momentIn(visit, notice.until)) : t.notice.openEnded;
  return html`${badge({ text: t.notice.kinds[notice.kind], tone: notice.kind === 'outage' ? 'bad' : 'neutral' })} <span${lang !== visit.language && html` lang="${lang}"`}>${text}</span> <span class="small">${notice.portal ?? t.notice.everywhere}, ${until}</span>`;
}

function openList(visit: Visit, t: Texts, notices: readonly Notice[]): Html {
  if (notices.length === 0) return html`<p class="kern-body">${t.operator.noNotice}</p>`;
  return html`<form method="post" action="${visit.path}"><ul class="plain-list">${notices.map(
    (notice) =>
      html`<li>${noticeText(visit, t, notice)} ${submitButton({ label: t.notice.end, look: 'tertiary', name: 'end', value: notice.id })}</li>`,
  )}</ul></form>`;
}

function form(visit: Visit, t: Texts, faults: Faults): Html {
  const field = typedIn(visit);
  const words = fieldTextsFor(visit.language);
  const { portal } = visit;
  const choice = (name: 'kind' | 'where', label: string, options: { value: string; label: string }[]) =>
    radios({ id: name, name, label, value: field(name), error: faults[name], options }, words);
  return html`<form method="post" action="${visit.path}" class="admin-form" novalidate>
${choice(
  'kind',
  t.notice.kind,
  NOTICE_KINDS.map((value) => ({ value, label: t.notice.kinds[value] })),
)}
${choice('where', t.notice.where, [
  { value: 'here', label: t.notice.here(portal.name[visit.language] ?? portal.key) },
  { value: 'everywhere', label: t.notice.everywhere },
])}
<p class="kern-body">${t.notice.textHint}</p>
${portal.languages.map((language) => {
  const name = `text-${language}`;
  return textArea(
    {
      id: name,
      name,
      label: t.notice.text(t.languages[language]),
      value: field(name),
      error: faults[name],
      isOptional: true,
      rows: 2,
    },
    words,
  );
})}
${textField({ id: 'until', name: 'until', label: t.notice.until, hint: t.notice.untilHint, value: field('until'), error: faults.until, isOptional: true, width: 20 }, words)}
${submitButton({ label: t.notice.act })}</form>`;
}
