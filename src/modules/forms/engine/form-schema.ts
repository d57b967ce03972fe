import type { CompiledForm } from './compile-form.ts';
import type { Schema } from './field-kind.ts';

/**
 * The JSON Schema of what the form submits. Fields with a condition may be absent; which of them must be there, only
 * the form itself can say. @see https://json-schema.org/draft/2020-12
 */
export function formSchema(form: CompiledForm, id: string): Schema {
  const properties: Record<string, Schema> = {};
  const required: string[] = [];
  for (const field of form.fields.values()) {
    properties[field.key] = field.kind.schema(field.options);
    if (field.visible.length === 0 && field.required === true) required.push(field.key);
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: id,
    type: 'object',
    additionalProperties: false,
    required,
    properties,
  };
}
