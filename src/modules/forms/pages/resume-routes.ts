import { html } from '../../../platform/html/html.ts';
import { type Answer, page, redirect } from '../../../platform/http/answer.ts';
import type { Route } from '../../../platform/http/route.ts';
import { to, routes as urls } from '../../../routes.ts';
import { buttonLink, submitButton } from '../../../ui/index.ts';
import { TooMany, type Visit } from '../../identity/index.ts';
import { keepResumeLink } from '../drafts/draft-store.ts';
import { emailOf, isEmailGood } from '../drafts/read-for-submission.ts';
import { freshLink, isResumable, LINK_DAYS, resumeDraft } from '../drafts/resume-link.ts';
import type { FormsWiring } from '../forms-wiring.ts';
import { addressIn, type Sheet } from './sheet.ts';
import { textsFor } from './texts/index.ts';

/** A link from a mail: looked at with GET (mail programs do that too), used with the button. */
export const resumeRoutes = (wiring: FormsWiring): Route<Visit>[] => [
  { method: 'GET', path: urls.portal.draftResume, access: 'draft.edit', handle: (visit) => ask(visit, wiring) },
  { method: 'POST', path: urls.portal.draftResume, access: 'draft.edit', handle: (visit) => resume(visit, wiring) },
];

async function ask(visit: Visit, wiring: FormsWiring): Promise<Answer> {
  wiring.limiter.take('status-code', visit.address);
  if (!(await isResumable(visit, visit.params.token ?? ''))) return tooLate(visit);
  const t = textsFor(visit.language, visit.portal.country).resume;
  const main = html`<h1 class="kern-heading-large">${t.title}</h1><p class="kern-body kern-body--large">${t.text}</p>
<form method="post" action="${visit.path}">${submitButton({ label: t.act })}</form>`;
  return page(t.title, main, { shape: 'reading', headers: { 'referrer-policy': 'no-referrer' } });
}

async function resume(visit: Visit, wiring: FormsWiring): Promise<Answer> {
  wiring.limiter.take('status-code', visit.address);
  const resumed = await resumeDraft(visit, visit.params.token ?? '');
  return resumed ? redirect(addressIn(visit, resumed.id).draft(), [resumed.cookie]) : tooLate(visit);
}

function tooLate(visit: Visit): Answer {
  const t = textsFor(visit.language, visit.portal.country).resume;
  const lang = visit.language;
  const main = html`<h1 class="kern-heading-large">${t.badTitle}</h1><p class="kern-body kern-body--large">${t.bad}</p>
<p>${buttonLink({ href: visit.root + to(urls.portal.signIn, { lang }), label: t.signIn })}</p>`;
  return page(t.badTitle, main, { status: 404, shape: 'reading' });
}

/** Sends a link to the confirmed address; the one before is good no more. */
export async function sendResumeLink(sheet: Sheet): Promise<Answer> {
  const { visit, draft, state, tx, wiring, t } = sheet;
  const { id, personId } = draft.record;
  const email = emailOf(state);
  const address = addressIn(visit, id);
  if (personId !== null || email === undefined || !isEmailGood(draft, state))
    return redirect(address.confirm({ next: 'draft' }));
  try {
    wiring.limiter.take('email-code', id);
  } catch (error) {
    if (error instanceof TooMany) return redirect(address.draft({ link: 'late' }));
    throw error;
  }
  const { token, hash } = freshLink(id);
  await keepResumeLink(tx, id, hash, visit.clock.now().add({ hours: LINK_DAYS * 24 }));
  const portal = visit.portal.name[visit.language] ?? visit.portal.name.de ?? visit.portal.key;
  const link = visit.origin + visit.root + to(urls.portal.draftResume, { lang: visit.language, token });
  await wiring.sendMail(tx, {
    to: email,
    subject: t.resume.mailSubject(portal),
    text: t.resume.mail(link, portal),
    language: visit.language,
  });
  return redirect(address.draft({ link: 'sent' }));
}
