export { type Checkboxes, checkboxes, type Option, type Radios, radios, type Select, select } from './choices.ts';
export { type DateField, dateField } from './date-field.ts';
export type { Field, FieldTexts } from './field.ts';
export { fieldTextsFor } from './field-texts.ts';
export { type FileField, fileField } from './file-field.ts';
export { type TextArea, textArea } from './text-area.ts';
export { type TextField, textField } from './text-field.ts';
