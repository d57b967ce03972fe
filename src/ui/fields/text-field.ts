import { type Html, html, trusted } from '../../platform/html/html.ts';
import { attribute, describedBy, type Field, type FieldTexts, frame, invalid } from './field.ts';

export interface TextField extends Field {
  value?: string | undefined;
  type?: 'text' | 'email' | 'tel' | undefined;
  autocomplete?: string | undefined;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | undefined;
  /** Width in characters, where the length says something: a postcode, a number. */
  width?: 4 | 6 | 10 | 20 | undefined;
  /** Off for numbers and names that a browser would correct. */
  spellcheck?: boolean | undefined;
}

/** One line of text. */
export function textField(field: TextField, texts: FieldTexts): Html {
  const control = html`<input class="kern-form-input__input${field.error && ' kern-form-input__input--error'}${field.width && ` field-width-${field.width}`}" id="${field.id}" name="${field.name}" type="${field.type ?? 'text'}"${attribute('value', field.value)}${attribute('autocomplete', field.autocomplete)}${attribute('inputmode', field.inputmode)}${field.spellcheck === false && trusted(' spellcheck="false"')}${field.isReadOnly && trusted(' readonly')}${describedBy(field)}${invalid(field)}>`;
  return frame(field, texts, control);
}
