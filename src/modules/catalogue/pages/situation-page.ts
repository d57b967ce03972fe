import { html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { notFound } from '../../../platform/http/failure.ts';
import { to, routes as urls } from '../../../routes.ts';
import { breadcrumbs } from '../../../ui/index.ts';
import { type Desk, langOf, serviceLink } from './desk.ts';
import { serviceCards } from './list-page.ts';

const MOST = 300;

/** What one can do in a situation: described services first, with a sentence each; the others by name. */
export function situationPage(desk: Desk): Answer {
  const { visit, t, catalogue } = desk;
  const key = visit.params.situation ?? '';
  const situation = catalogue.situations(visit.portal.key).find((each) => each.key === key);
  if (!situation) throw notFound();
  const services = catalogue.inSituation(visit.portal.key, key).slice(0, MOST);
  const described = services.filter((service) => service.isDescribed);
  const others = services.filter((service) => !service.isDescribed);
  const title = situation.title(visit.language);
  const summary = situation.summary(visit.language);
  const field = situation.field?.(visit.language);
  const main = html`${breadcrumbs(
    [{ href: visit.root + to(urls.portal.home, { lang: visit.language }), label: t.start }, { label: title.text }],
    t.trail,
  )}
<h1 class="kern-heading-large"${langOf(desk, title)}>${title.text}</h1>
${summary && html`<p class="kern-body kern-body--large"${langOf(desk, summary)}>${summary.text}</p>`}
${field && html`<p class="kern-body kern-body--muted">${t.situation.field(field.text)}</p>`}
${services.length === 0 && html`<p class="kern-body">${t.situation.empty}</p>`}
${described.length > 0 && serviceCards(desk, described)}
${
  others.length > 0 &&
  html`${described.length > 0 && html`<h2 class="kern-heading-medium">${t.situation.others}</h2>`}
<ul class="service-list">${others.map((service) => html`<li>${serviceLink(desk, service, visit.query.place)}</li>`)}</ul>`
}
<p><a class="kern-link" href="${visit.root + to(urls.portal.services, { lang: visit.language })}">${t.list.title}</a></p>`;
  return page(title.text, main, { cache: 'anonymous' });
}
