import type { Surroundings } from '../../../modules/cases/index.ts';
import { may, type Visit } from '../../../modules/identity/index.ts';
import { type Child, type Html, html } from '../../../platform/html/html.ts';
import { to, routes as urls } from '../../../routes.ts';
import { type ButtonLook, submitButton } from '../../../ui/index.ts';
import { type Texts, textsFor } from '../texts/index.ts';
import type { Tried } from './case-page.ts';
import type { OpenDesk } from './read-desk.ts';
import { STAFF_ACTS, type StaffAct } from './staff-acts.ts';

/** A case on somebody's desk, with what they have just tried. */
export interface DeskView {
  visit: Visit;
  surroundings: Surroundings;
  desk: OpenDesk;
  tried?: Tried;
}

export const textsOf = ({ visit }: DeskView): Texts['case'] => textsFor(visit.language, visit.portal.country).case;

export const mayDo = ({ visit }: DeskView, act: StaffAct): boolean => may(visit.session, STAFF_ACTS[act], 'authority');

/** The form of one act. It carries the revision that stands on the screen: what was decided on is what is acted on. */
export function actForm(
  view: DeskView,
  act: StaffAct,
  body: Child,
  look: ButtonLook = 'primary',
  label: string = textsOf(view).acts[act],
): Html {
  const { visit, desk } = view;
  const { record, state } = desk.opened;
  const action = visit.root + to(urls.workbench.caseAct, { lang: visit.language, case: record.id, act });
  return html`<form class="act" method="post" action="${action}" novalidate><input type="hidden" name="seenRevision" value="${state.revision}">${body}
<p class="act__send">${submitButton({ label, look })}</p></form>`;
}

/** What was typed for `act` a moment ago, when it did not come about. */
export const typedFor = ({ tried }: DeskView, act: StaffAct) => (tried?.act === act ? tried.typed : undefined);

export function errorFor(view: DeskView, act: StaffAct, field: string): string | undefined {
  const { tried } = view;
  if (tried?.act !== act || tried.outcome.kind !== 'wrong') return undefined;
  const fault = tried.outcome.faults.find((each) => each.field === field);
  return fault && textsOf(view)[fault.what];
}

/** The one text of an act; its id is the act's name. `key` puts the cursor into it. */
export function textField(
  view: DeskView,
  act: StaffAct,
  of: { label: string; hint?: string; rows?: number; key?: string },
): Html {
  const error = errorFor(view, act, act);
  const ids = [of.hint && `${act}-hint`, error && `${act}-error`].filter(Boolean).join(' ');
  return html`<div class="act__field${error && ' act__field--wrong'}"><label for="${act}">${of.label}</label>
${of.hint && html`<p class="case__hint" id="${act}-hint">${of.hint}</p>`}${error && html`<p class="act__error" id="${act}-error">${error}</p>`}
<textarea id="${act}" name="text" rows="${of.rows ?? 4}"${ids && html` aria-describedby="${ids}"`}${error && html` aria-invalid="true"`}${of.key && html` data-key="${of.key}"`}>
${typedFor(view, act)?.text ?? ''}</textarea></div>`;
}

/** A line of text in the form of an act. */
export function lineField(
  view: DeskView,
  act: StaffAct,
  of: { name: string; label: string; value: string; hint?: string; width?: 'short' | 'long' },
): Html {
  const error = errorFor(view, act, of.name);
  const ids = [of.hint && `${of.name}-hint`, error && `${of.name}-error`].filter(Boolean).join(' ');
  return html`<div class="act__field act__field--${of.width ?? 'long'}${error && ' act__field--wrong'}"><label for="${of.name}">${of.label}</label>
${error && html`<p class="act__error" id="${of.name}-error">${error}</p>`}<input id="${of.name}" name="${of.name}" type="text" value="${of.value}" autocomplete="off" spellcheck="false"${ids && html` aria-describedby="${ids}"`}${error && html` aria-invalid="true"`}>${of.hint && html`<span class="case__hint" id="${of.name}-hint">${of.hint}</span>`}</div>`;
}
