export { checkboxes, radios, select } from './choices.ts';
export { dateField } from './date-field.ts';
export type { FieldTexts } from './field.ts';
export { fieldTextsFor } from './field-texts.ts';
export { fileField } from './file-field.ts';
export { textArea } from './text-area.ts';
export { textField } from './text-field.ts';
