import type { Tx } from '../../../platform/db/database.ts';
import { type Language, orthography } from '../../../platform/i18n/language.ts';
import { versionById } from '../../packs/index.ts';
import { type CompiledForm, compileForm, type FormTexts, readDefinition } from '../engine/index.ts';

/** One version of a form, compiled. */
export interface FormVersion {
  id: string;
  number: number;
  form: CompiledForm;
  /** Texts as they are written in the country; the first language there is when `language` is not. */
  texts(language: Language, country: 'ch' | 'de'): FormTexts;
  hasUploads: boolean;
  /** The oldest version whose drafts are still taken since this one. */
  oldestAccepted: number;
}

/** Versions never change, so a compiled one is good for as long as the process lives. */
const compiled = new Map<string, FormVersion>();
const MOST_KEPT = 500;

/** The form with this version id. Content that can't be compiled was never let in by `content:check`: that is a bug. */
export async function formVersion(tx: Tx, id: string): Promise<FormVersion> {
  const before = compiled.get(id);
  if (before) return before;
  const version = await versionById(tx, id);
  if (!version) throw new Error(`there is no form version ${id}`);
  const made = compileVersion(version);
  if (compiled.size >= MOST_KEPT) compiled.clear();
  compiled.set(id, made);
  return made;
}

/** A published version, compiled. */
export function compileVersion(version: { id: string; key: string; number: number; definition: unknown }): FormVersion {
  const { form: raw, texts } = version.definition as { form: unknown; texts: Partial<Record<Language, FormTexts>> };
  const definition = readDefinition(raw);
  const form = Array.isArray(definition) ? definition : compileForm(definition);
  if (Array.isArray(form)) throw new Error(`form ${version.key} ${version.number}: ${form[0]?.at} ${form[0]?.says}`);
  const spelled = new Map<string, FormTexts>();
  return {
    id: version.id,
    number: version.number,
    form,
    hasUploads: [...form.fields.values()].some(({ definition: field }) => field.kind === 'upload'),
    oldestAccepted: oldestAcceptedBy(version.definition),
    texts(language, country) {
      const name = `${language} ${country}`;
      const known = spelled.get(name);
      if (known) return known;
      const own = texts[language] ?? Object.values(texts)[0];
      if (!own) throw new Error(`form ${version.key} has no texts`);
      const made = language === 'de' ? orthography(country, own) : own;
      spelled.set(name, made);
      return made;
    },
  };
}

/** The number of the oldest version of which a form still takes drafts. */
export function oldestAcceptedBy(definition: unknown): number {
  const oldest = (definition as { form?: { oldestAccepted?: unknown } } | undefined)?.form?.oldestAccepted;
  return typeof oldest === 'number' ? oldest : 1;
}
