import { totalFee } from '../../../modules/cases/index.ts';
import type { Visit } from '../../../modules/identity/index.ts';
import { type Child, type Html, html } from '../../../platform/html/html.ts';
import { to, routes as urls } from '../../../routes.ts';
import { alertBox, badge, summaryList } from '../../../ui/index.ts';
import { textsFor } from '../texts/index.ts';
import { actForm, type DeskView, mayDo, textField, textsOf } from './forms.ts';
import { momentWords } from './moment-words.ts';
import type { OpenDesk } from './read-desk.ts';
import { verifiedOf } from './verified.ts';

const LANGUAGE_NAMES = { de: 'Deutsch', fr: 'Français', it: 'Italiano', en: 'English' } as const;

/** What was sent, and how far it may be relied on. What was corrected later stands above it. */
export function answersOf({ visit, surroundings, desk: { opened } }: DeskView): Html {
  const t = textsFor(visit.language, visit.portal.country).case;
  const { record, application, events } = opened;
  const corrections = events.filter(({ event }) => event.kind === 'corrected');
  const fee = totalFee(record.pinned);
  const amount =
    fee &&
    new Intl.NumberFormat(visit.locale, { style: 'currency', currency: fee.currency }).format(fee.amountCents / 100);
  return html`<section class="case__part"><h2 class="bench__heading">${t.answers}</h2>
${corrections.map(({ at, words }) =>
  alertBox({
    kind: 'warning',
    title: `${t.corrections}, ${momentWords(visit, at)}`,
    body: String((words as { text?: string } | undefined)?.text ?? ''),
  }),
)}
${summaryList([
  { label: t.level, value: t.levels[record.level] },
  { label: t.delivery, value: t.deliveries[record.delivery] },
  { label: t.language, value: LANGUAGE_NAMES[record.language] },
  ...(amount ? [{ label: t.fee, value: amount }] : []),
])}
${application.summary.map(
  ({ section, rows }) =>
    html`<h3 class="case__section">${section}</h3>${summaryList(rows.map(({ label, value }) => ({ label, value })))}`,
)}
${verifiedOf(visit, surroundings, opened)}<p class="case__hint">${t.register}</p></section>`;
}

export function documentsOf(visit: Visit, { files, opened }: OpenDesk): Html {
  const t = textsFor(visit.language, visit.portal.country).case;
  const items = files.map(({ id, name, kind, state, storedAt }) => {
    const href =
      visit.root + to(urls.workbench.caseDocument, { lang: visit.language, case: opened.record.id, document: id });
    return html`<li class="document-line">${state === 'clean' ? html`<a href="${href}" target="_blank" rel="noopener">${name}</a>` : name}
<span class="document-line__kind">${t.kinds[kind]}, ${momentWords(visit, storedAt)}</span>${
      state !== 'clean' && badge({ text: t.states[state], tone: state === 'refused' ? 'bad' : 'neutral' })
    }</li>`;
  });
  return html`<section class="case__part"><h2 class="bench__heading">${t.documents}</h2>
${items.length > 0 ? html`<ul class="document-lines">${items}</ul>` : html`<p class="case__hint">${t.noDocuments}</p>`}</section>`;
}

export function messagesOf(visit: Visit, { messages }: OpenDesk): Html {
  const t = textsFor(visit.language, visit.portal.country).case;
  const items = messages.map(
    ({
      from,
      subject,
      body,
      writtenAt,
    }) => html`<li class="message-line message-line--${from === 'authority' ? 'person' : 'authority'}">
<span class="message-line__from">${from === 'authority' ? t.fromUs : t.fromThem}, ${momentWords(visit, writtenAt)}</span>
<b class="message-line__subject">${subject}</b><span class="message-text">${body}</span></li>`,
  );
  return html`<section class="case__part"><h2 class="bench__heading">${t.messages}</h2>
${items.length > 0 ? html`<ol class="message-lines">${items}</ol>` : html`<p class="case__hint">${t.noMessages}</p>`}</section>`;
}

/** Notes of one's own authority, and a new one. */
export function notesOf(view: DeskView): Child {
  const { visit, desk } = view;
  const t = textsOf(view);
  const names = new Map(desk.colleagues.map(({ personId, name }) => [personId, name]));
  const items = desk.opened.notes.map(
    ({ authorId, writtenAt, text }) =>
      html`<li class="message-line"><span class="message-line__from">${names.get(authorId) ?? t.byStaff}, ${momentWords(visit, writtenAt)}</span><span class="message-text">${text}</span></li>`,
  );
  const form =
    mayDo(view, 'note') &&
    actForm(view, 'note', html`${textField(view, 'note', { label: t.note, rows: 2, key: 't' })}`, 'secondary');
  if (items.length === 0 && !form) return undefined;
  return html`<section class="case__part"><h2 class="bench__heading">${t.notes}</h2><p class="case__hint">${t.notesHint}</p>
${items.length > 0 && html`<ol class="message-lines">${items}</ol>`}${form}</section>`;
}
