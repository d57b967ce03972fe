import type { CompiledField, CompiledForm } from './compile-form.ts';
import { keysOf } from './fields/choice.ts';
import type { FormProblem } from './form-definition.ts';

/** The texts of a form in one language, as `form.<language>.yaml` says. */
export interface FormTexts {
  title: string;
  intro: string;
  /** What the person confirms by sending. */
  declaration: string;
  pages: Record<string, { title: string; intro?: string }>;
  fields: Record<string, FieldTexts>;
}

export interface FieldTexts {
  label: string;
  /** Short label for the summary, where the question is long. */
  summary?: string;
  hint?: string;
  /** Said when nothing was answered. */
  missing?: string;
  options?: Record<string, { label: string; hint?: string }>;
  /** By the `text` of a rule: what is wrong. */
  rules?: Record<string, string>;
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const branch = (value: unknown, key: string): Record<string, unknown> => {
  const inner =
    typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as never)[key] : undefined;
  return typeof inner === 'object' && inner !== null ? inner : {};
};

/** Every text that `form` needs and `texts` lacks, and every one that nobody needs. */
export function checkTexts(form: CompiledForm, texts: unknown, language: string): FormProblem[] {
  const problems: FormProblem[] = [];
  const at = (path: string) => `texts/form.${language}.yaml ${path}`;
  const need = (value: unknown, path: string) => {
    if (!isText(value)) problems.push({ at: at(path), says: 'this text is missing' });
  };
  const all = (typeof texts === 'object' && texts !== null ? texts : {}) as Record<string, unknown>;
  for (const key of ['title', 'intro', 'declaration']) need(all[key], key);
  const [pages, fields] = [branch(all, 'pages'), branch(all, 'fields')];
  for (const page of form.pages) need(branch(pages, page.key).title, `pages.${page.key}.title`);
  for (const field of form.fields.values()) fieldNeeds(field, branch(fields, field.key), need);
  for (const key of Object.keys(fields))
    if (!form.fields.has(key)) problems.push({ at: at(`fields.${key}`), says: 'there is no such field' });
  for (const key of Object.keys(pages))
    if (!form.pages.some((page) => page.key === key))
      problems.push({ at: at(`pages.${key}`), says: 'there is no such page' });
  return problems;
}

function fieldNeeds(
  field: CompiledField,
  texts: Record<string, unknown>,
  need: (value: unknown, path: string) => void,
): void {
  const path = `fields.${field.key}`;
  need(texts.label, `${path}.label`);
  if (field.definition.kind === 'choice')
    for (const key of keysOf(field.options))
      need(branch(branch(texts, 'options'), key).label, `${path}.options.${key}.label`);
  for (const { text } of field.valid) need(branch(texts, 'rules')[text], `${path}.rules.${text}`);
}
