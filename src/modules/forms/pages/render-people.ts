import { type Html, html } from '../../../platform/html/html.ts';
import { submitButton } from '../../../ui/index.ts';
import { mostOf, rowsOf } from '../engine/index.ts';
import { describedByWhole, type FieldView, idOf, wholeError } from './field-view.ts';
import { renderPerson } from './render-person.ts';

/** Several people, one below the other, with buttons that add and remove: they save the page, so no script is needed. */
export function renderPeople(view: FieldView): Html {
  const { state, own, t } = view;
  const { key, options } = state.field;
  const shown = rowsShown(view);
  const card = (row: number, at: number) => html`<fieldset class="kern-fieldset people__person">
<legend class="kern-label">${t.page.person(at + 1)}</legend>${renderPerson(view, `${row}.`)}
${shown.length > 1 && submitButton({ label: t.page.removePerson(at + 1), look: 'tertiary', name: 'remove', value: `${key}.${row}` })}</fieldset>`;
  return html`<fieldset class="kern-fieldset people" id="${idOf(key)}"${describedByWhole(view)}><legend class="kern-label people__title">${own.label}</legend>
${own.hint && html`<div class="kern-hint">${own.hint}</div>`}${wholeError(view)}${shown.map(card)}
${shown.length < mostOf(options) && submitButton({ label: t.page.addPerson, look: 'secondary', name: 'add', value: key })}</fieldset>`;
}

/** Rows in which something stands, and empty ones up to the number that is wished. */
export function rowsShown({ state, rows }: Pick<FieldView, 'state' | 'rows'>): number[] {
  const used = rowsOf(state.typed);
  const wished = Math.min(Math.max(rows, 1), mostOf(state.field.options));
  for (let row = 0; used.length < wished; row++) if (!used.includes(row)) used.push(row);
  return used.sort((a, b) => a - b);
}
