import { type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import type { Authority, AuthorityKind } from '../../territory/index.ts';
import type { Desk } from './desk.ts';

const MOST = 500;

/** Every authority of the portal's canton or Land. */
export function authoritiesPage(desk: Desk): Answer {
  const { visit, t, territory, arrangements } = desk;
  const { country, region } = visit.portal;
  const of = (kind: AuthorityKind) => territory.authorities({ country, region, kind }).slice(0, MOST);
  // Swiss districts govern nothing.
  const districts = of('district').filter(({ key }) => country === 'de' || arrangements.has(key));
  const main = html`<h1 class="kern-heading-large">${t.authorities.title}</h1>
<p class="kern-body kern-body--large">${t.authorities.intro}</p>
${group(desk, t.authorities.regions[country], of('region'))}
${group(desk, t.authorities.districts, districts)}
${group(
  desk,
  t.authorities.associations,
  of('association').filter(({ key }) => arrangements.has(key)),
)}
${group(desk, t.authorities.municipalities, of('municipality'))}`;
  return page(t.authorities.title, main, { cache: 'anonymous' });
}

function group(desk: Desk, title: string, authorities: readonly Authority[]): Html | false {
  return (
    authorities.length > 0 &&
    html`<h2 class="kern-heading-medium">${title}</h2><ul class="service-list service-list--columns">${authorities.map((each) => html`<li>${authorityLink(desk, each)}</li>`)}</ul>`
  );
}

export const authorityLink = ({ visit }: Desk, { key, name }: Authority): Html =>
  html`<a href="${visit.root + to(urls.portal.authority, { lang: visit.language, authority: key })}">${name}</a>`;
