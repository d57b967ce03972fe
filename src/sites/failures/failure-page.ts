import type { Visit } from '../../modules/identity/index.ts';
import { html } from '../../platform/html/html.ts';
import { type Answer, page } from '../../platform/http/answer.ts';
import type { HallFailure } from '../../platform/http/failure.ts';
import { to, routes as urls } from '../../routes.ts';
import { buttonLink } from '../../ui/index.ts';
import { textsFor } from '../portal/texts/index.ts';
import { kindOfFailure, retryAfterSeconds } from './kind-of-failure.ts';

type Page = Extract<Answer, { kind: 'page' }>;

/** What happened, what to do, and that nothing was lost: in the visitor's language, inside the portal. */
export function failurePage(visit: Visit, failure: HallFailure, wasSending: boolean): Page {
  const t = textsFor(visit.language, visit.portal.country);
  const told = t.failures[kindOfFailure(failure)];
  const wait = retryAfterSeconds(failure);
  const home = visit.root + to(urls.portal.home, { lang: visit.language });
  const search = visit.root + to(urls.portal.services, { lang: visit.language });
  const contact = visit.root + to(urls.portal.contact, { lang: visit.language });
  const main = html`<h1 class="kern-heading-large">${told.title}</h1>
<p class="lead">${told.what}</p>
${wait !== undefined && html`<p>${t.failures.wait(wait)}</p>`}
${told.todo && html`<p>${told.todo}</p>`}
${wasSending && html`<p><strong>${t.failures.kept}</strong></p>`}
<div class="buttons">${buttonLink({ href: home, label: t.failures.toHome })}${buttonLink({ href: search, label: t.failures.toSearch, look: 'secondary' })}</div>
<p class="small"><a href="${contact}">${t.failures.toContact}</a> · ${t.failures.code(failure.code)}</p>`;
  return page(told.title, main, { status: failure.status, shape: 'reading' }) as Page;
}
