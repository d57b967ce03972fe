import { type Html, html } from '../../../platform/html/html.ts';
import { fileField } from '../../../ui/fields/index.ts';
import { badge, submitButton } from '../../../ui/index.ts';
import { errorsOf, type FieldView, idOf } from './field-view.ts';
import { addressIn, type Sheet } from './sheet.ts';

const TONES = { quarantined: 'neutral', clean: 'good', refused: 'bad' } as const;

/**
 * The files of a field, and one form to choose more: both of its buttons send the chosen file, so that none is lost by
 * pressing the other one.
 */
export function renderUploads({ visit, draft, t }: Sheet, view: FieldView, refusal: string | undefined): Html {
  const { key } = view.state.field;
  const files = draft.files[key] ?? [];
  const action = addressIn(visit, draft.record.id).upload(key);
  const error = refusal ?? errorsOf(view)[0]?.text;
  return html`<section aria-labelledby="uploaded"><h2 class="kern-heading-small" id="uploaded">${t.upload.list}</h2>
${files.length === 0 ? html`<p class="kern-body">${t.upload.none}</p>` : html`<ul class="upload-list">${files.map((file) => row(t, action, file))}</ul>`}</section>
<form method="post" action="${action}" enctype="multipart/form-data" novalidate>
${fileField({ id: idOf(key), name: 'file', label: view.own.label, hint: view.own.hint, error, isMultiple: true, accept: '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png' }, view.words)}
<div class="form-buttons">${submitButton({ label: t.upload.add, look: 'secondary', name: 'go', value: 'stay' })}${submitButton({ label: files.length > 0 ? t.page.next : t.upload.uploadAndNext, name: 'go', value: 'next' })}${submitButton({ label: t.page.saveAndLater, look: 'tertiary', name: 'go', value: 'later' })}</div></form>`;
}

function row(t: Sheet['t'], action: string, file: Sheet['draft']['files'][string][number]): Html {
  const { id, name, sizeBytes, state } = file;
  return html`<li class="upload-list__file"><span class="upload-list__name">${name} <small>${t.upload.size(String(Math.max(1, Math.round(sizeBytes / 1024))))}</small> ${badge({ text: t.upload.states[state], tone: TONES[state] })}</span>
<form method="post" action="${action}"><button class="kern-btn kern-btn--tertiary" type="submit" name="remove" value="${id}"><span class="kern-label">${t.upload.remove}<span class="kern-sr-only"> ${name}</span></span></button></form></li>`;
}
