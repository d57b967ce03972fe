import { type Html, html, trusted } from '../../platform/html/html.ts';
import { attribute, type Field, type FieldTexts, group, invalid } from './field.ts';

export interface DateField extends Field {
  /** As typed, part by part. */
  value?: { day?: string | undefined; month?: string | undefined; year?: string | undefined } | undefined;
  /** `bday` fills in all three parts. */
  autocomplete?: 'bday' | undefined;
}

/**
 * A date in three boxes `name.day`, `name.month`, `name.year`: nothing opens, nothing is guessed, the order is that of
 * all our languages. The first box carries `id`.
 */
export function dateField(field: DateField, texts: FieldTexts): Html {
  const part = (name: 'day' | 'month' | 'year', width: 4 | 6) => {
    const id = name === 'day' ? field.id : `${field.id}-${name}`;
    return html`<div class="kern-form-input date-field__part"><label class="kern-label" for="${id}">${texts[name]}</label>
<input class="kern-form-input__input field-width-${width}${field.error && ' kern-form-input__input--error'}" id="${id}" name="${field.name}.${name}" type="text" inputmode="numeric" maxlength="${name === 'year' ? 4 : 2}"${attribute('value', field.value?.[name])}${attribute('autocomplete', field.autocomplete && `${field.autocomplete}-${name}`)}${field.isReadOnly && trusted(' readonly')}${invalid(field)}></div>`;
  };
  const boxes = html`<div class="date-field">${part('day', 4)}${part('month', 4)}${part('year', 6)}</div>`;
  return group(field, texts, boxes);
}
