import { type Child, type Html, html, trusted } from '../../platform/html/html.ts';

/** What every field has in common. `id` is also where the error summary links to. */
export interface Field {
  id: string;
  name: string;
  label: string;
  hint?: string | undefined;
  /** The text of what is wrong; the field is then marked. */
  error?: string | undefined;
  isOptional?: boolean | undefined;
  /** The heading of the page says the same: only screen readers need it again. */
  isLabelHidden?: boolean | undefined;
  /** Shown and sent, but not to be changed. */
  isReadOnly?: boolean | undefined;
  /** What stands below a field that can't be changed: where its value comes from. */
  note?: string | undefined;
}

/** Words that fields need, in the language of the page. */
export interface FieldTexts {
  optional: string;
  day: string;
  month: string;
  year: string;
  /** First entry of a list from which nothing has been chosen. */
  choose: string;
}

/** Ids of the texts that belong to `field`, for `aria-describedby`; nothing when there are none. */
export function describedBy(field: Pick<Field, 'id' | 'hint' | 'error' | 'note'>): Html {
  const ids = [field.hint && `${field.id}-hint`, field.error && `${field.id}-error`, field.note && `${field.id}-note`];
  const known = ids.filter(Boolean).join(' ');
  return known === '' ? trusted('') : html` aria-describedby="${known}"`;
}

/** Set on the one element that is wrong, never on each radio button of a group. */
export const invalid = (field: Pick<Field, 'error'>): Html => trusted(field.error ? ' aria-invalid="true"' : '');

/** An attribute with a value, or nothing. */
export const attribute = (name: string, value: string | number | undefined): Html =>
  value === undefined || value === '' ? trusted('') : html` ${trusted(name)}="${value}"`;

export const hintOf = (field: Pick<Field, 'id' | 'hint'>): Child =>
  field.hint && html`<div class="kern-hint" id="${field.id}-hint">${field.hint}</div>`;

export const noteOf = (field: Pick<Field, 'id' | 'note'>): Child =>
  field.note && html`<p class="field-note" id="${field.id}-note">${field.note}</p>`;

export const errorOf = (field: Pick<Field, 'id' | 'error'>): Child =>
  field.error &&
  html`<p class="kern-error" id="${field.id}-error"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span><span class="kern-body">${field.error}</span></p>`;

export const optionalMark = (field: Pick<Field, 'isOptional'>, texts: FieldTexts): Child =>
  field.isOptional && html` <span class="kern-label__optional">${texts.optional}</span>`;

/** Label, hint, control, note and error of a field with one control. */
export function frame(field: Field, texts: FieldTexts, control: Html): Html {
  return html`<div class="kern-form-input${field.error && ' kern-form-input--error'}">
<label class="kern-label${field.isLabelHidden && ' kern-sr-only'}" for="${field.id}">${field.label}${optionalMark(field, texts)}</label>
${hintOf(field)}${control}${noteOf(field)}${errorOf(field)}</div>`;
}

/** A group of controls with one question above it. `role` where the group as a whole has a state. */
export function group(field: Field, texts: FieldTexts, body: Html, more: Html = trusted('')): Html {
  return html`<fieldset class="kern-fieldset${field.error && ' kern-fieldset--error'}"${describedBy(field)}${more}>
<legend class="kern-label${field.isLabelHidden && ' kern-sr-only'}">${field.label}${optionalMark(field, texts)}</legend>
${hintOf(field)}<div class="kern-fieldset__body">${body}</div>${noteOf(field)}${errorOf(field)}</fieldset>`;
}
