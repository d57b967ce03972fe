import type { CompiledField, CompiledForm } from './compile-form.ts';
import type { FeelValue } from './feel/feel-value.ts';
import { type Closure, OutOfSteps, type Run } from './feel/run.ts';
import type { FieldError, Setting, Typed, Value } from './field-kind.ts';
import { keysOf } from './fields/choice.ts';
import { filesValue, type UploadedFile } from './fields/upload.ts';

/** What a draft keeps of one field: its value, or what was typed as long as no value can be made of it. */
export type Entry = { value: Value } | { typed: Typed };

/** A value that somebody else vouches for. */
export interface Verified {
  value: Value;
  source: string;
  /** ISO date. */
  at: string;
}

/** All that decides how a form looks now. */
export interface Situation {
  entries: Readonly<Record<string, Entry>>;
  /** By field; `state` as the scan says. */
  files: Readonly<Record<string, readonly (UploadedFile & { state: 'quarantined' | 'clean' | 'refused' })[]>>;
  /** Verified attributes of the person, by name; empty when they are not known surely enough. */
  attributes: Readonly<Record<string, { value: string; source: string; at: string }>>;
  outside: { portal: { key: string; country: string }; place: { key: string }; visitor: Visitor };
  setting: Setting;
}
export interface Visitor {
  level: string;
  isSignedIn: boolean;
  isVerified: boolean;
}

export interface FieldState {
  field: CompiledField;
  isVisible: boolean;
  isRequired: boolean;
  isReadOnly: boolean;
  /** Undefined for a hidden field and for one without a good answer. */
  value?: Value;
  /** What stands in its inputs. */
  typed: Typed;
  verified?: Verified;
  /** Answers of a choice that are offered now. */
  offered: readonly string[];
  errors: readonly FieldError[];
  /** Key of the text of the rule that is broken. */
  brokenRule?: string;
}

export interface FormState {
  form: CompiledForm;
  situation: Situation;
  /** Visible pages in order. */
  pages: readonly { key: string; fields: readonly FieldState[]; isComplete: boolean }[];
  fields: ReadonlyMap<string, FieldState>;
  run: Run;
}

const STEPS_OF_AN_EXPRESSION = 10_000;

/**
 * Evaluates the whole form. A hidden field has no value for anybody: not for other conditions, not for the submission;
 * what was answered there stays in `entries`.
 */
export function evaluateForm(form: CompiledForm, situation: Situation): FormState {
  const roots: FeelValue[] = new Array(form.slots).fill(null);
  for (const [name, value] of Object.entries(situation.outside)) roots[form.slotOf.get(name) ?? 0] = value as never;
  const run: Run = { roots, locals: [], steps: 0, today: situation.setting.today };
  const fields = new Map<string, FieldState>();
  for (const field of form.order) {
    const state = answerOf(field, situation, run);
    roots[field.slot] = state.value ?? null;
    fields.set(field.key, state);
  }
  for (const state of fields.values()) if (state.isVisible) judge(state, situation, run);
  const pages = form.pages
    .filter((page) => page.visible === undefined || isTrue(page.visible, run))
    .map((page) => {
      const all = page.fields.map((field) => fields.get(field.key)).filter((state) => state?.isVisible === true);
      const shown = all as FieldState[];
      return { key: page.key, fields: shown, isComplete: shown.every(({ errors }) => errors.length === 0) };
    })
    .filter((page) => page.fields.length > 0);
  return { form, situation, pages, fields, run };
}

/** Runs one expression of the form on a state, e.g. its label. */
export function evaluate(state: Pick<FormState, 'run'>, closure: Closure): FeelValue {
  const { run } = state;
  run.steps = STEPS_OF_AN_EXPRESSION;
  try {
    return closure(run);
  } catch (error) {
    if (error instanceof OutOfSteps) return null;
    throw error;
  }
}

const isTrue = (closure: Closure, run: Run): boolean => evaluate({ run }, closure) === true;

function answerOf(field: CompiledField, situation: Situation, run: Run): FieldState {
  const isVisible = field.visible.every((closure) => isTrue(closure, run));
  const verified = verifiedOf(field, situation);
  const isLocked = verified !== undefined && field.definition.prefill === 'locked';
  const state: FieldState = {
    field,
    isVisible,
    isRequired: false,
    isReadOnly: isLocked,
    typed: {},
    offered: [],
    errors: [],
    ...(isLocked && { verified }),
  };
  const entry = situation.entries[field.key];
  const value = isLocked ? verified.value : settledValue(field, entry, situation, run, verified);
  if (value !== undefined) {
    state.typed = field.kind.type(value, field.options, situation.setting);
    if (isVisible) state.value = value;
  } else if (entry && 'typed' in entry) state.typed = entry.typed;
  return state;
}

function settledValue(
  field: CompiledField,
  entry: Entry | undefined,
  situation: Situation,
  run: Run,
  verified: Verified | undefined,
): Value | undefined {
  if (field.computed) return evaluate({ run }, field.computed) ?? undefined;
  if (field.definition.kind === 'upload') {
    const good = (situation.files[field.key] ?? []).filter(({ state }) => state !== 'refused');
    return good.length > 0 ? filesValue(good) : undefined;
  }
  if (entry) return 'value' in entry ? entry.value : undefined;
  return verified?.value;
}

function verifiedOf(field: CompiledField, { attributes }: Situation): Verified | undefined {
  if (!field.definition.prefill || !field.kind.fromAttributes) return undefined;
  const used: { source: string; at: string }[] = [];
  const seen = new Proxy({} as Record<string, string | undefined>, {
    get(_, name) {
      const known = Object.hasOwn(attributes, name) ? attributes[name as string] : undefined;
      if (known) used.push(known);
      return known?.value;
    },
  });
  const value = field.kind.fromAttributes(seen);
  const oldest = used.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
  return value !== undefined && oldest ? { value, source: oldest.source, at: oldest.at } : undefined;
}

/** What is needed, offered and right, once all values are known. */
function judge(state: FieldState, situation: Situation, run: Run): void {
  const { field } = state;
  const on = (given: Closure | boolean) => (typeof given === 'boolean' ? given : isTrue(given, run));
  state.isRequired = on(field.required);
  state.isReadOnly ||= on(field.readOnly);
  if (field.definition.kind === 'choice')
    state.offered = keysOf(field.options).filter((key) => {
      const when = field.offered.get(key);
      return when === undefined || isTrue(when, run);
    });
  const { errors, brokenRule } = errorsOf(state, situation, run);
  state.errors = errors;
  if (brokenRule) state.brokenRule = brokenRule;
}

const error = (code: FieldError['code'], part = ''): FieldError => ({ part, code });

function errorsOf(state: FieldState, situation: Situation, run: Run): { errors: FieldError[]; brokenRule?: string } {
  const { field, value } = state;
  if (field.definition.kind === 'upload') {
    const files = situation.files[field.key] ?? [];
    if (files.some((file) => file.state === 'refused')) return { errors: [error('files-refused')] };
  }
  if (value === undefined) {
    const entry = situation.entries[field.key];
    if (entry && 'typed' in entry) {
      const parsed = field.kind.parse(entry.typed, field.options, situation.setting);
      if (parsed.kind === 'wrong') return { errors: [...parsed.errors] };
    }
    return { errors: state.isRequired ? [error('missing')] : [] };
  }
  const chosen = Array.isArray(value) ? (value as FeelValue[]) : [value];
  if (field.definition.kind === 'choice' && chosen.some((key) => !state.offered.includes(String(key))))
    return { errors: [error('choice-unknown')] };
  const broken = field.valid.find(({ rule }) => isBroken(rule, run));
  return broken ? { errors: [error('rule')], brokenRule: broken.text } : { errors: [] };
}

/** Unknown is not broken; a rule that used up its steps is. */
function isBroken(rule: Closure, run: Run): boolean {
  run.steps = STEPS_OF_AN_EXPRESSION;
  try {
    return rule(run) === false;
  } catch (failure) {
    if (failure instanceof OutOfSteps) return true;
    throw failure;
  }
}
