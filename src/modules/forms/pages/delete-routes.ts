import { html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import type { Route } from '../../../platform/http/route.ts';
import { to, routes as urls } from '../../../routes.ts';
import { buttonLink, submitButton } from '../../../ui/index.ts';
import type { Visit } from '../../identity/index.ts';
import { deleteDraft } from '../drafts/delete-draft.ts';
import { recordDraftAct } from '../drafts/draft-acts.ts';
import { heldBy, releaseCookie } from '../drafts/holder.ts';
import type { FormsWiring } from '../forms-wiring.ts';
import { addressIn, onDraft, type Sheet } from './sheet.ts';

/** Deleting a draft: asked once, then done for good. */
export const deleteRoutes = (wiring: FormsWiring): Route<Visit>[] => [
  {
    method: 'GET',
    path: urls.portal.draftDelete,
    access: 'draft.edit',
    handle: (visit) => onDraft(visit, wiring, { lock: false }, (sheet) => ask(sheet)),
  },
  {
    method: 'POST',
    path: urls.portal.draftDelete,
    access: 'draft.edit',
    handle: (visit) => onDraft(visit, wiring, { lock: true }, (sheet) => remove(sheet)),
  },
];

function ask({ visit, draft, t }: Sheet): Answer {
  const { title, text, act, keep } = t.remove;
  const main = html`<h1 class="kern-heading-large">${title}</h1><p class="kern-body kern-body--large">${text}</p>
<form method="post" action="${visit.path}"><div class="form-buttons">${submitButton({ label: act })}${buttonLink({ href: addressIn(visit, draft.record.id).draft(), label: keep, look: 'secondary' })}</div></form>`;
  return page(title, main, { shape: 'reading' });
}

async function remove({ visit, draft, t, tx, wiring }: Sheet): Promise<Answer> {
  const { id, personId } = draft.record;
  if (await deleteDraft(tx, wiring.documents, id)) await recordDraftAct(tx, visit, 'draft.deleted', id, personId);
  const { doneTitle, done, toServices } = t.remove;
  const services = visit.root + to(urls.portal.services, { lang: visit.language });
  const held = heldBy(visit);
  const main = html`<h1 class="kern-heading-large">${doneTitle}</h1><p class="kern-body kern-body--large">${done}</p>
<p><a class="kern-link" href="${services}">${toServices}</a></p>`;
  return page(doneTitle, main, {
    shape: 'reading',
    ...(held && { cookies: [releaseCookie(visit.portal.key, held, draft.record.id)] }),
  });
}
