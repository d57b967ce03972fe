import { type Entry, evaluateForm, type FieldState, type FormState } from './evaluate-form.ts';
import type { Typed } from './field-kind.ts';

/** What a browser sent for a page: names of inputs with their texts. Anything else in it is ignored. */
export type Sent = Readonly<Record<string, unknown>>;

/** What the page showed, field by field, when it was made: a browser sends it back. */
export interface Shown {
  readonly [field: string]: string;
}

/**
 * The draft's entries after a page was sent: only fields that this page showed are touched, and of those only the ones
 * that were changed in this window. So an old page (back button, second window) takes nothing away that was answered
 * elsewhere in the meantime.
 */
export function mergePage(
  state: FormState,
  pageKey: string,
  sent: Sent,
  shown: Shown,
): { state: FormState; touched: string[] } {
  const entries: Record<string, Entry> = { ...state.situation.entries };
  const touched: string[] = [];
  for (const field of state.form.pages.find(({ key }) => key === pageKey)?.fields ?? []) {
    const now = state.fields.get(field.key);
    if (!now || !isOpen(now)) continue;
    const base = Object.hasOwn(shown, field.key) ? shown[field.key] : undefined;
    const typed = typedOf(now, sent);
    if (base === undefined && Object.keys(typed).length === 0) continue;
    const mark = fingerprint(typed);
    if (mark === base || (mark === fingerprint(now.typed) && Object.hasOwn(entries, field.key))) continue;
    touched.push(field.key);
    const parsed = field.kind.parse(typed, field.options, state.situation.setting);
    if (parsed.kind === 'empty') delete entries[field.key];
    else if (parsed.kind === 'value') entries[field.key] = { value: parsed.value };
    else entries[field.key] = { typed: bounded(typed) };
  }
  return { state: evaluateForm(state.form, { ...state.situation, entries }), touched };
}

/** Not locked, not computed, and typed at all. */
const isOpen = (state: FieldState): boolean =>
  state.verified === undefined &&
  state.field.computed === undefined &&
  !state.isReadOnly &&
  state.field.definition.kind !== 'upload';

/** The parts of one field in what was sent. Parts that the kind does not have are not looked at. */
export function typedOf({ field }: FieldState, sent: Sent): Typed {
  const typed: Record<string, readonly string[]> = {};
  for (const part of field.kind.parts(field.options)) {
    const name = part === '' ? field.key : `${field.key}.${part}`;
    const given = Object.hasOwn(sent, name) ? sent[name] : undefined;
    if (typeof given === 'string') typed[part] = [given];
    else if (Array.isArray(given)) typed[part] = given.filter((one) => typeof one === 'string').slice(0, 100);
  }
  return typed;
}

const LONGEST_KEPT = 6_000;
const bounded = (typed: Typed): Typed =>
  Object.fromEntries(
    Object.entries(typed).map(([part, given]) => [part, given.map((text) => text.slice(0, LONGEST_KEPT))]),
  );

/** What a page showed of each of its open fields, to be sent back with it. */
export function shownOn(state: FormState, pageKey: string): Shown {
  const page = state.pages.find(({ key }) => key === pageKey);
  return Object.fromEntries(
    (page?.fields ?? []).filter(isOpen).map((field) => [field.field.key, fingerprint(field.typed)]),
  );
}

/** A short number that differs when what stands in the inputs differs. Nothing secret hangs on it. */
export function fingerprint(typed: Typed): string {
  const parts = Object.entries(typed)
    .map(
      ([part, given]) =>
        [part, given.filter((text) => text !== '').map((text) => text.trim().replaceAll('\r\n', '\n'))] as const,
    )
    .filter(([, given]) => given.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify(parts);
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    a = Math.imul(a ^ text.charCodeAt(at), 2654435761);
    b = Math.imul(b ^ text.charCodeAt(at), 1597334677);
  }
  return ((a >>> 0).toString(36) + (b >>> 0).toString(36)).slice(0, 12);
}
