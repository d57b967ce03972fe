import { type Html, html, trusted } from '../../platform/html/html.ts';
import { describedBy, type Field, type FieldTexts, frame, invalid } from './field.ts';

export interface TextArea extends Field {
  value?: string | undefined;
  rows?: number | undefined;
}

/** Several lines of text. */
export function textArea(field: TextArea, texts: FieldTexts): Html {
  const control = html`<textarea class="kern-form-input__input field-area${field.error && ' kern-form-input__input--error'}" id="${field.id}" name="${field.name}" rows="${field.rows ?? 4}"${field.isReadOnly && trusted(' readonly')}${describedBy(field)}${invalid(field)}>
${field.value ?? ''}</textarea>`;
  return frame(field, texts, control);
}
