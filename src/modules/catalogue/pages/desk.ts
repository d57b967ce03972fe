import { type Html, html } from '../../../platform/html/html.ts';
import { to, routes as urls } from '../../../routes.ts';
import type { Visit } from '../../identity/index.ts';
import { chosenPlace, type Municipality } from '../../territory/index.ts';
import type { CatalogueWiring } from '../create-catalogue.ts';
import type { Service, Text } from '../service.ts';
import { type Texts, textsFor } from './texts/index.ts';

/** What every page of the catalogue has at hand. */
export interface Desk {
  visit: Visit;
  t: Texts;
  catalogue: ReturnType<CatalogueWiring['snapshot']>['catalogue'];
  territory: ReturnType<CatalogueWiring['snapshot']>['territory'];
  arrangements: ReturnType<CatalogueWiring['snapshot']>['arrangements'];
  published: ReturnType<CatalogueWiring['snapshot']>['published'];
  /** The place chosen before, or named in the address. */
  municipality: Municipality | undefined;
}

export function deskOf(wiring: CatalogueWiring, visit: Visit): Desk {
  const { catalogue, territory, arrangements, published } = wiring.snapshot();
  return {
    visit,
    t: textsFor(visit.language, visit.portal.country),
    catalogue,
    territory,
    arrangements,
    published,
    municipality: chosenPlace(visit, territory),
  };
}

/** ` lang="de"` where a text is not in the language of the page. */
export const langOf = ({ visit }: Pick<Desk, 'visit'>, text: Text): Html | false =>
  text.lang !== visit.language && html` lang="${text.lang}"`;

/** A text that may be in another language than the page. */
export const said = (desk: Pick<Desk, 'visit'>, text: Text): Html | string =>
  text.lang === desk.visit.language ? text.text : html`<span lang="${text.lang}">${text.text}</span>`;

/** A text as paragraphs. */
export const paragraphs = (desk: Pick<Desk, 'visit'>, text: Text): Html =>
  html`${text.text.split(/\n\s*\n/).map((part) => html`<p class="kern-body"${langOf(desk, text)}>${part}</p>`)}`;

/** The page of a service; `place` only where it was typed or stands in the address: else the cookie says it. */
export const serviceHref = ({ visit }: Pick<Desk, 'visit'>, key: string, place?: string): string =>
  visit.root + to(urls.portal.service, { lang: visit.language, service: key }, { place });

export const serviceLink = (desk: Desk, service: Service, place?: string): Html => {
  const title = service.title(desk.visit.language);
  return html`<a href="${serviceHref(desk, service.key, place)}"${langOf(desk, title)}>${title.text}</a>`;
};

/** The keys of the services that the portal says are asked for most. */
export function frequentOf({ published, visit, catalogue }: Desk): Service[] {
  const keys = published.find('portal', visit.portal.key, visit.portal.key)?.definition.frequent;
  return (Array.isArray(keys) ? keys : [])
    .map((key) => catalogue.service(visit.portal.key, String(key)))
    .filter((service) => service !== undefined);
}

/** This page without its place, to come back to after choosing one. */
export function hereOf({ visit }: Pick<Desk, 'visit'>): string {
  const query = new URLSearchParams(visit.query);
  query.delete('place');
  return query.size > 0 ? `${visit.path}?${query}` : visit.path;
}
