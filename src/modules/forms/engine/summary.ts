import { evaluate, type FieldState, type FormState } from './evaluate-form.ts';
import type { Setting, Value } from './field-kind.ts';
import type { FormTexts } from './form-texts.ts';

export interface SummaryRow {
  field: string;
  label: string;
  value: string;
}
export interface SummaryPage {
  page: string;
  title: string;
  rows: readonly SummaryRow[];
}

const WORDS = {
  de: { yes: 'Ja', no: 'Nein' },
  fr: { yes: 'Oui', no: 'Non' },
  it: { yes: 'Sì', no: 'No' },
  en: { yes: 'Yes', no: 'No' },
} as const;

/** What was answered, page by page, as a person reads it. Fields without an answer are left out. */
export function summaryOf(state: FormState, texts: FormTexts): SummaryPage[] {
  const { setting } = state.situation;
  return state.pages.flatMap((page) => {
    const rows = page.fields.flatMap((field) => rowOf(field, texts, setting));
    return rows.length === 0 ? [] : [{ page: page.key, title: texts.pages[page.key]?.title ?? page.key, rows }];
  });
}

function rowOf({ field, value }: FieldState, texts: FormTexts, setting: Setting): SummaryRow[] {
  if (value === undefined) return [];
  const own = texts.fields[field.key];
  const option = (key: string) => own?.options?.[key]?.label ?? key;
  const shown = field.kind.display(value, field.options, setting, { option, ...WORDS[setting.language] });
  return [{ field: field.key, label: own?.summary ?? own?.label ?? field.key, value: shown }];
}

/** The machine-readable submission: visible fields with an answer, by key. */
export function answersOf(state: FormState): Record<string, Value> {
  const answers: Record<string, Value> = {};
  for (const page of state.pages)
    for (const { field, value } of page.fields) if (value !== undefined) answers[field.key] = value;
  return answers;
}

/** The first page that lacks something, with its first field that does. */
export function firstGap(state: FormState): { page: string; field: string } | undefined {
  for (const page of state.pages)
    for (const field of page.fields) if (field.errors.length > 0) return { page: page.key, field: field.field.key };
  return undefined;
}

/** What the form says of the application as a whole. */
export function outcomeOf(state: FormState): {
  label: string;
  copies: number;
  delivery: 'mailbox' | 'post' | 'after-check';
} {
  const { form } = state;
  const label = evaluate(state, form.label);
  const copies = form.copies ? evaluate(state, form.copies) : 1;
  const is = (closure: typeof form.mailbox) => closure !== undefined && evaluate(state, closure) === true;
  return {
    label: typeof label === 'string' ? label : '',
    copies: typeof copies === 'number' && copies >= 1 ? Math.floor(copies) : 1,
    delivery: is(form.mailbox) ? 'mailbox' : is(form.afterCheck) ? 'after-check' : 'post',
  };
}
