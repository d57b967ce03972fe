import { type Html, html, trusted } from '../../platform/html/html.ts';
import { attribute, describedBy, type Field, type FieldTexts, frame, invalid } from './field.ts';

export interface FileField extends Field {
  /** For the browser's dialog only; what a file is, the server finds out. */
  accept?: string | undefined;
  isMultiple?: boolean | undefined;
}

/** Chooses files. Stands in a form of its own with `enctype="multipart/form-data"`. */
export function fileField(field: FileField, texts: FieldTexts): Html {
  const control = html`<input class="field-file" id="${field.id}" name="${field.name}" type="file"${attribute('accept', field.accept)}${field.isMultiple && trusted(' multiple')}${describedBy(field)}${invalid(field)}>`;
  return frame(field, texts, control);
}
