import { isPossible } from '../../../modules/cases/index.ts';
import { type Child, type Html, html } from '../../../platform/html/html.ts';
import { to, routes as urls } from '../../../routes.ts';
import { buttonLink } from '../../../ui/index.ts';
import { certificateForm } from './certificate-form.ts';
import { actForm, type DeskView, mayDo, textField, textsOf } from './forms.ts';

/** The one thing to do next with a case, and nothing else. */
export function nextAct(view: DeskView): Html {
  const t = textsOf(view);
  return html`<section class="next" aria-labelledby="next"><h2 class="bench__heading" id="next">${t.nextTitle}</h2>${whatNext(view)}</section>`;
}

const says = (text: string): Html => html`<p class="next__says">${text}</p>`;

function whatNext(view: DeskView): Child {
  const t = textsOf(view);
  const { state } = view.desk.opened;
  const { assigneeId } = state;
  const isMine = assigneeId === view.visit.session?.personId;
  if (state.status === 'closed') return html`${says(t.next.closed)}${letterLink(view)}`;
  if (state.status === 'withdrawn') return says(t.next.withdrawn);
  if (!mayDo(view, 'take')) return html`${says(t.next.read)}${letterLink(view)}`;
  if (state.status === 'decided') return says(t.next.writing);
  if (state.status === 'ready') return deliver(view);
  if (assigneeId === undefined) return html`${says(t.next.take)}${keyed('n', actForm(view, 'take', undefined))}`;
  if (!isMine) {
    const name = view.desk.colleagues.find(({ personId }) => personId === assigneeId)?.name ?? t.byStaff;
    return html`${says(t.next.another(name))}${actForm(view, 'over', undefined, 'secondary')}`;
  }
  if (state.status === 'waiting') return says(t.next.waiting);
  if (!state.identityChecked) return html`${says(t.next.identity)}${actForm(view, 'check-identity', undefined)}`;
  return html`${says(t.next.decide)}${isPossible(state, 'approve') && approveForm(view)}`;
}

/** Lets the browser script press the button inside by its key. */
const keyed = (key: string, form: Html): Html => html`<div data-key="${key}" tabindex="-1" data-press>${form}</div>`;

function approveForm(view: DeskView): Html {
  const t = textsOf(view);
  const { visit, surroundings, desk } = view;
  const isCertificate = surroundings.grantLetter(desk.opened.record.service) === 'certificate';
  const isTried = view.tried?.act === 'approve' && visit.query.done === undefined;
  const form = isCertificate
    ? certificateForm(view)
    : actForm(view, 'approve', textField(view, 'approve', { label: t.approveLabel }));
  return html`<details class="fold next__fold"${isTried && html` open`}><summary data-key="e">${isCertificate ? t.certify : t.approve}</summary>${form}</details>`;
}

function deliver(view: DeskView): Child {
  const t = textsOf(view);
  const { state, events } = view.desk.opened;
  const hasFailed =
    events.findLast(({ event }) => /^deliver|^letter-/.test(event.kind))?.event.kind === 'delivery-failed';
  const isMailbox = state.delivery === 'mailbox';
  if (state.isDispatched) return says(t.next.delivering);
  return html`${hasFailed && says(t.next.failed)}${says(isMailbox ? t.next.deliver : t.next.post)}${letterLink(view)}${actForm(view, isMailbox ? 'deliver' : 'posted', undefined)}`;
}

/** The letter, on the uploads origin; that it was looked at is recorded. */
function letterLink(view: DeskView): Child {
  const { visit, desk } = view;
  const { record, state } = desk.opened;
  if (!state.documentId) return undefined;
  const at = { lang: visit.language, case: record.id, document: state.documentId };
  const href = visit.root + to(urls.workbench.caseDocument, at);
  return html`<p>${buttonLink({ href, label: textsOf(view).letter, look: 'secondary' })}</p>`;
}
