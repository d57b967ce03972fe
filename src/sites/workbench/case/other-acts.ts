import { type Command, isPossible } from '../../../modules/cases/index.ts';
import { type Child, flag, type Html, html } from '../../../platform/html/html.ts';
import { actForm, type DeskView, errorFor, mayDo, textField, textsOf } from './forms.ts';
import type { StaffAct } from './staff-acts.ts';

/** What else can be done with a case, each folded away until it is wanted. */
export function otherActs(view: DeskView): Child {
  const t = textsOf(view);
  const { state } = view.desk.opened;
  const can = (act: StaffAct, command: Command['kind']) => mayDo(view, act) && isPossible(state, command);
  const isMine = state.assigneeId === view.visit.session?.personId;
  const folds = [
    can('ask', 'ask') &&
      isMine &&
      fold(
        view,
        'ask',
        t.ask,
        actForm(view, 'ask', textField(view, 'ask', { label: t.askLabel, hint: t.askHint }), 'secondary'),
        'r',
      ),
    can('refuse', 'refuse') &&
      isMine &&
      fold(
        view,
        'refuse',
        t.refuse,
        actForm(
          view,
          'refuse',
          textField(view, 'refuse', { label: t.refuseLabel, hint: t.refuseHint, rows: 6 }),
          'secondary',
        ),
      ),
    can('release', 'release') &&
      isMine &&
      fold(view, 'release', t.acts.release, actForm(view, 'release', undefined, 'secondary')),
    can('assign', 'assign') && fold(view, 'assign', t.assign, actForm(view, 'assign', whomField(view), 'secondary')),
    can('reopen', 'reopen') &&
      fold(
        view,
        'reopen',
        t.acts.reopen,
        actForm(view, 'reopen', html`<p class="case__hint">${t.reopenHint}</p>`, 'secondary'),
      ),
    can('post-failed', 'fail-delivery') &&
      state.documentId !== undefined &&
      fold(
        view,
        'post-failed',
        t.failed,
        actForm(
          view,
          'post-failed',
          textField(view, 'post-failed', { label: t.failedLabel, hint: t.failedHint, rows: 2 }),
          'secondary',
        ),
      ),
  ].filter(Boolean);
  if (folds.length === 0) return undefined;
  return html`<section class="case__part"><h2 class="bench__heading">${t.more}</h2>${folds}</section>`;
}

const fold = (view: DeskView, act: StaffAct, title: string, body: Html, key?: string): Html =>
  html`<details class="fold"${flag('open', view.tried?.act === act)}><summary${key && html` data-key="${key}"`}>${title}</summary>${body}</details>`;

/** Who of the authority may get the case. */
function whomField(view: DeskView): Html {
  const t = textsOf(view);
  const error = errorFor(view, 'assign', 'to');
  const workers = view.desk.colleagues.filter(({ role }) => role === 'caseworker' || role === 'lead');
  return html`<div class="act__field"><label for="to">${t.assignLabel}</label>${error && html`<p class="act__error" id="to-error">${error}</p>`}
<select id="to" name="to"${error && html` aria-invalid="true" aria-describedby="to-error"`}><option value=""></option>${workers.map(
    ({ personId, name }) =>
      html`<option value="${personId}"${flag('selected', personId === view.desk.opened.state.assigneeId)}>${name}</option>`,
  )}</select></div>`;
}
