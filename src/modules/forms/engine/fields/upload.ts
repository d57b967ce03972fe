import { contextOf, listOf, NUMBER, STRING } from '../feel/feel-value.ts';
import { EMPTY, type FieldKind, type Value } from '../field-kind.ts';

/** One uploaded file, as the engine knows it. */
export interface UploadedFile {
  id: string;
  name: string;
  sizeBytes: number;
}

/** Files. They come by themselves, never with the page: its value is what has been uploaded for the field. */
export const upload: FieldKind = {
  optionsSchema: { properties: { most: { type: 'integer', minimum: 1, maximum: 20 } } },
  parts: () => [],
  parse: () => EMPTY,
  type: () => ({}),
  display: (value) => (value as unknown as UploadedFile[]).map(({ name }) => name).join(', '),
  feelType: () => listOf(contextOf({ id: STRING, name: STRING, sizeBytes: NUMBER })),
  schema: (options) => ({
    type: 'array',
    minItems: 1,
    maxItems: typeof options.most === 'number' ? options.most : 5,
    items: {
      type: 'object',
      required: ['id', 'name', 'sizeBytes'],
      additionalProperties: false,
      properties: { id: { type: 'string', format: 'uuid' }, name: { type: 'string' }, sizeBytes: { type: 'integer' } },
    },
  }),
};

/** Uploaded files as a value; the names of files only, never their content. */
export const filesValue = (files: readonly UploadedFile[]): Value =>
  files.map(({ id, name, sizeBytes }) => ({ id, name, sizeBytes }));
