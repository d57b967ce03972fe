import { type Html, html, trusted } from '../../platform/html/html.ts';
import { describedBy, type Field, type FieldTexts, frame, group, invalid } from './field.ts';

export interface Option {
  value: string;
  label: string;
  hint?: string | undefined;
}

export interface Radios extends Field {
  options: readonly Option[];
  value?: string | undefined;
  /** Side by side, for yes and no. */
  isShort?: boolean | undefined;
}

/**
 * One of several, all visible. The first button carries `id`, so that the error summary leads into the group; the error
 * stands once, at the group.
 */
export function radios(field: Radios, texts: FieldTexts): Html {
  const body = field.options.map((option, index) =>
    check('radio', field, option, index, option.value === field.value ? ' checked' : ''),
  );
  const more = html` role="radiogroup"${invalid(field)}${field.isShort && trusted(' data-short="yes"')}`;
  return group(field, texts, html`${body}`, more);
}

export interface Checkboxes extends Field {
  options: readonly Option[];
  values: readonly string[];
}

/** Any number of several. */
export function checkboxes(field: Checkboxes, texts: FieldTexts): Html {
  const body = field.options.map((option, index) =>
    check('checkbox', field, option, index, field.values.includes(option.value) ? ' checked' : ''),
  );
  return group(field, texts, html`${body}`);
}

function check(kind: 'radio' | 'checkbox', field: Field, option: Option, index: number, checked: '' | ' checked') {
  const id = index === 0 ? field.id : `${field.id}-${option.value}`;
  const locked = field.isReadOnly === true;
  if (locked && checked === '') return '';
  return html`<div class="kern-form-check${field.error && ' kern-form-check--error'}"><input class="kern-form-check__${kind}${field.error && ` kern-form-check__${kind}--error`}" id="${id}" name="${field.name}" type="${kind}" value="${option.value}"${option.hint && html` aria-describedby="${id}-hint"`}${trusted(checked)}>
<label class="kern-label" for="${id}">${option.label}</label>${option.hint && html`<div class="kern-hint" id="${id}-hint">${option.hint}</div>`}</div>`;
}

export interface Select extends Field {
  options: readonly Option[];
  value?: string | undefined;
}

/** One of many, in a list that opens. Up to seven are better shown as `radios`. */
export function select(field: Select, texts: FieldTexts): Html {
  const option = ({ value, label }: Option) =>
    html`<option value="${value}"${trusted(value === field.value ? ' selected' : '')}>${label}</option>`;
  const control = html`<div class="kern-form-input__select-wrapper"><select class="kern-form-input__select${field.error && ' kern-form-input__select--error'}" id="${field.id}" name="${field.name}"${describedBy(field)}${invalid(field)}><option value="">${texts.choose}</option>${field.options.map(option)}</select></div>`;
  return frame(field, texts, control);
}
