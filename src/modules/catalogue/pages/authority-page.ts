import { type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { notFound } from '../../../platform/http/failure.ts';
import { to, routes as urls } from '../../../routes.ts';
import { badge, breadcrumbs } from '../../../ui/index.ts';
import { type Authority, isMunicipality, type Municipality, nameIn } from '../../territory/index.ts';
import type { Service } from '../service.ts';
import { authorityLink } from './authorities-page.ts';
import { type Desk, serviceLink } from './desk.ts';
import { officeCard } from './office-card.ts';
import { searchForm } from './search-form.ts';

const MOST_SERVICES = 200;
const MOST_PLACES = 60;

/** An authority: its offices, what it offers, where it stands. */
export function authorityPage(desk: Desk): Answer {
  const { visit, t, territory, arrangements } = desk;
  const authority = territory.authority(visit.params.authority ?? '');
  if (authority?.country !== visit.portal.country) throw notFound();
  const arrangement = arrangements.get(authority.key);
  const municipality = isMunicipality(authority) ? authority : undefined;
  const name = nameIn(authority, visit.language);
  const main = html`${breadcrumbs(
    [
      { href: visit.root + to(urls.portal.home, { lang: visit.language }), label: t.start },
      { href: visit.root + to(urls.portal.authorities, { lang: visit.language }), label: t.authorities.title },
      { label: name },
    ],
    t.trail,
  )}
<h1 class="kern-heading-large">${name}</h1>
${authority.designation && html`<p class="kern-body kern-body--large">${authority.designation}</p>`}
${parents(desk, authority)}
${searchForm(visit, '', municipality?.key ?? visit.query.place)}
${
  arrangement
    ? html`<section aria-labelledby="offices"><h2 class="kern-heading-medium" id="offices">${t.authorities.offices}</h2><div class="offices">${
        arrangement.offices.length > 0
          ? arrangement.offices.map((office) => officeCard(desk, office))
          : html`<p class="kern-body">${t.office.none}</p>`
      }</div>${arrangement.contactPage && html`<p><a class="kern-link" href="${arrangement.contactPage}" rel="external">${t.office.contactPage}</a></p>`}</section>
${arrangement.offices.some(({ isExample }) => isExample) && html`<p class="kern-body kern-body--muted">${t.exampleNote}</p>`}`
    : html`<p class="kern-body">${t.authorities.noArrangement}</p>`
}
${offers(desk, authority, municipality)}
${municipality && municipality.places.length > 0 && placesOf(desk, municipality)}`;
  return page(name, main, { cache: 'anonymous' });
}

function parents(desk: Desk, authority: Authority): Html | false {
  const above = authority.parents.map((key) => desk.territory.authority(key)).filter((each) => each !== undefined);
  return (
    above.length > 0 &&
    html`<p class="kern-body kern-body--muted">${desk.t.authorities.parents}: ${above.map((each, at) => html`${at > 0 && ' · '}${authorityLink(desk, each)}`)}</p>`
  );
}

/** Described services that this authority answers for; everything else is one step away. */
function offers(desk: Desk, authority: Authority, municipality: Municipality | undefined): Html {
  const { visit, t, catalogue } = desk;
  const services = catalogue
    .services(visit.portal.key)
    .filter((service) => service.isDescribed && answersFor(desk, service, authority, municipality))
    .slice(0, MOST_SERVICES);
  const all = visit.root + to(urls.portal.services, { lang: visit.language }, { place: municipality?.key });
  return html`<section aria-labelledby="offers"><h2 class="kern-heading-medium" id="offers">${t.authorities.offers}</h2>
<ul class="service-list">${services.map(
    (service) =>
      html`<li>${serviceLink(desk, service, municipality?.key)}${isOnline(desk, service, municipality) && html` ${badge({ text: t.authorities.online, tone: 'good' })}`}</li>`,
  )}</ul><p><a class="kern-link" href="${all}">${t.authorities.more}</a></p></section>`;
}

const LEVEL_OF_KIND = {
  federation: 'federation',
  region: 'region',
  district: 'district',
  association: undefined,
  municipality: 'municipality',
} as const;

function answersFor(desk: Desk, service: Service, authority: Authority, municipality?: Municipality): boolean {
  if (municipality) return desk.catalogue.at(desk.visit.portal.key, service.key, municipality).authority === authority;
  return (
    service.level === LEVEL_OF_KIND[authority.kind] ||
    desk.arrangements.get(authority.key)?.services[service.key] !== undefined
  );
}

const isOnline = (desk: Desk, service: Service, municipality?: Municipality): boolean =>
  service.hasForm && desk.catalogue.at(desk.visit.portal.key, service.key, municipality).isOnline;

const placesOf = ({ t }: Desk, { places }: Municipality): Html =>
  html`<section aria-labelledby="places"><h2 class="kern-heading-medium" id="places">${t.authorities.places}</h2><p class="kern-body">${places
    .slice(0, MOST_PLACES)
    .map(({ postcode, place }) => `${postcode} ${place}`)
    .join(' · ')}</p></section>`;
