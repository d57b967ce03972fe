import { type Html, html } from '../../../platform/html/html.ts';
import type { FieldTexts } from '../../../ui/fields/index.ts';
import type { FieldError, FieldState, FormFieldTexts, FormState } from '../engine/index.ts';
import type { Texts } from './texts/index.ts';

/** What a field needs to be drawn. */
export interface FieldView {
  state: FieldState;
  form: FormState;
  own: FormFieldTexts;
  t: Texts;
  /** Words of the components. */
  words: FieldTexts;
  /** Say also what is missing, not only what is wrong. */
  showsMissing: boolean;
  /** The page asks nothing else, in the same words. */
  isLabelHidden: boolean;
  /** Rows of a list of people that are shown at least. */
  rows: number;
  /** Who vouches for a locked value. */
  sourceName(source: string): string;
}

/** Where the error summary leads to: the control of the part that is wrong. */
export function idOf(key: string, part = ''): string {
  const path = part.replace(/(^|\.)day$/, '').replaceAll('.', '-');
  return path === '' ? `f-${key}` : `f-${key}-${path}`;
}

/** Errors of a field with their texts. What is only missing is said once somebody has tried to go on. */
export function errorsOf(
  view: Pick<FieldView, 'state' | 'own' | 't' | 'showsMissing'>,
): { part: string; text: string }[] {
  const { state, own, t } = view;
  return state.errors
    .filter(({ code, part }) => view.showsMissing || code !== 'missing' || part !== '')
    .flatMap((error) => eachPart(error, state))
    .map((error) => ({ part: error.part, text: textOf(error, state, own, t) }));
}

/** Who left out a whole person or address is told at each of its lines. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  person: ['givenName', 'familyName', 'birthdate.day'],
  address: ['street', 'postcode', 'locality'],
};

function eachPart(error: FieldError, { field }: FieldState): FieldError[] {
  const parts = error.code === 'missing' && error.part === '' ? PARTS[field.definition.kind] : undefined;
  return parts ? parts.map((part) => ({ ...error, part })) : [error];
}

function textOf(error: FieldError, state: FieldState, own: FormFieldTexts, t: Texts): string {
  if (error.code === 'rule' && state.brokenRule) return own.rules?.[state.brokenRule] ?? t.errors.rule(own.label);
  if (error.code === 'missing' && error.part === '' && own.missing) return own.missing;
  return t.errors[error.code](labelOf(error.part, own, t), error.limit ?? '');
}

/** The label of a part: a person's name has labels of its own. */
function labelOf(part: string, own: FormFieldTexts, t: Texts): string {
  const row = /^(\d+)\./.exec(part)?.[1];
  const last = part.replace(/^\d+\./, '').split('.')[0] ?? '';
  const known = {
    givenName: t.page.givenName,
    familyName: t.page.familyName,
    birthdate: t.page.birthdate,
    street: t.page.street,
    postcode: t.page.postcode,
    locality: t.page.locality,
  };
  const label = Object.hasOwn(known, last) ? known[last as keyof typeof known] : (own.summary ?? own.label);
  return row === undefined ? label : `${t.page.person(Number(row) + 1)}, ${label}`;
}

/** What every component of a field is told. */
export const common = (view: FieldView, part = '') => ({
  id: idOf(view.state.field.key, part),
  name: part === '' ? view.state.field.key : `${view.state.field.key}.${part}`,
  error: errorsOf(view).find((error) => error.part === part)?.text,
  isReadOnly: view.state.isReadOnly,
});
export const typedIn = (state: FieldState, part = ''): string | undefined => state.typed[part]?.[0];

/** An error of the field as a whole, above its parts; its frame is described by it. */
export function wholeError(view: FieldView): Html {
  const error = errorsOf(view).find(({ part }) => part === '');
  return html`${error && html`<p class="kern-error" id="${idOf(view.state.field.key)}-error"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span><span class="kern-body">${error.text}</span></p>`}`;
}

/** The three parts of a date as they were typed. */
export const dateIn = (state: FieldState, prefix: string) => ({
  day: typedIn(state, `${prefix}day`),
  month: typedIn(state, `${prefix}month`),
  year: typedIn(state, `${prefix}year`),
});

/** On the frame of a field with parts: which error it has as a whole. */
export const describedByWhole = (view: FieldView): Html =>
  html`${errorsOf(view).some(({ part }) => part === '') && html` aria-describedby="${idOf(view.state.field.key)}-error"`}`;
