import { type Html, html, trusted } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { alertBox, buttonLink, errorSummary, submitButton } from '../../../ui/index.ts';
import { shownOn } from '../engine/index.ts';
import { errorsOf, type FieldView, idOf } from './field-view.ts';
import { renderField, viewsOf } from './render-field.ts';
import { renderUploads } from './render-uploads.ts';
import { addressIn, type Sheet } from './sheet.ts';
import { spellTime } from './spell.ts';

export interface PageShown {
  /** Say also what is missing. */
  showsMissing: boolean;
  /** Rows of lists of people that are shown at least, by field. */
  rows?: Readonly<Record<string, number>>;
  isMerged?: boolean;
  /** An upload that was not taken: key of a text. */
  refusal?: string | undefined;
  fromSummary?: boolean;
}

/** One page of the form, with what has been answered and what is wrong. */
export function showPage(sheet: Sheet, pageKey: string, how: PageShown): Answer {
  const { state, texts, t, visit, wiring } = sheet;
  const own = texts.pages[pageKey] ?? { title: pageKey };
  const views = viewsOf(state, pageKey, {
    texts,
    t,
    showsMissing: how.showsMissing,
    rows: how.rows ?? {},
    sourceName: (source) => wiring.sourceName?.(visit, source) ?? source,
  });
  const upload = views.find(({ state: { field } }) => field.definition.kind === 'upload');
  const refusal =
    how.refusal && Object.hasOwn(t.upload.refusals, how.refusal) ? t.upload.refusals[how.refusal] : undefined;
  const errors = [
    ...views.flatMap((view) =>
      errorsOf(view).map(({ part, text }) => ({ href: `#${idOf(view.state.field.key, part)}`, text })),
    ),
    ...(refusal && upload ? [{ href: `#${idOf(upload.state.field.key)}`, text: refusal }] : []),
  ];
  const at = state.pages.findIndex(({ key }) => key === pageKey);
  const title = texts.title;
  const main = html`<h1 class="kern-heading-large">${own.title}</h1>
${progress(t, at + 1, state.pages.length + 1)}
${errors.length > 0 && errorSummary({ title: t.page.errorsTitle, errors })}
${how.isMerged && alertBox({ kind: 'info', title: t.page.merged })}
${own.intro && html`<p class="kern-body">${own.intro}</p>`}
${upload ? renderUploads(sheet, upload, refusal) : formOf(sheet, pageKey, views, how)}
${savedLine(sheet)}
<p>${backLink(sheet, at)}</p>`;
  const prefix = errors.length > 0 ? t.page.errorPrefix : '';
  return page(`${prefix}${own.title} – ${title}`, main, { shape: 'reading' });
}

/** How far one is, in words and as a picture of the same. */
export const progress = (t: Sheet['t'], step: number, steps: number): Html =>
  html`<div class="form-progress">${t.page.step(step, steps)}<div class="form-progress__way" aria-hidden="true">${Array.from(
    { length: steps },
    (_, at) => html`<span class="form-progress__step${at < step && ' form-progress__step--gone'}"></span>`,
  )}</div></div>`;

/** The Enter key presses the first button of a form: it shall go on, not add or remove somebody. */
const ENTER_KEY = trusted(
  '<button class="kern-sr-only" type="submit" name="go" value="next" tabindex="-1" aria-hidden="true"></button>',
);

function formOf(sheet: Sheet, pageKey: string, views: readonly FieldView[], how: PageShown): Html {
  const { state, t, visit, draft } = sheet;
  const shown = Object.entries(shownOn(state, pageKey)).map(([field, mark]) => `${field}:${mark}`);
  const action = addressIn(visit, draft.record.id).page(pageKey);
  return html`<form method="post" action="${action}" novalidate>
<input type="hidden" name="revision" value="${draft.record.revision}"><input type="hidden" name="shown" value="${shown.join(' ')}">
${how.fromSummary && html`<input type="hidden" name="from" value="summary">`}
${views.some(({ state: { field } }) => field.definition.kind === 'people') && ENTER_KEY}
${views.map(renderField)}
${buttons(t)}</form>`;
}

export const buttons = (t: Sheet['t']): Html =>
  html`<div class="form-buttons">${submitButton({ label: t.page.next, name: 'go', value: 'next' })}${submitButton({ label: t.page.saveAndLater, look: 'secondary', name: 'go', value: 'later' })}</div>`;

const savedLine = ({ draft, t, visit }: Sheet): Html =>
  html`<p class="kern-body form-saved" role="status">${t.page.saved(spellTime(visit, draft.record.changedAt))}</p>`;

function backLink({ state, t, visit, draft }: Sheet, at: number): Html {
  const address = addressIn(visit, draft.record.id);
  const before = state.pages[at - 1];
  return buttonLink({
    href: before ? address.page(before.key) : address.draft(),
    label: t.page.back,
    look: 'tertiary',
  });
}
