import { type Child, type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import { cardGrid, iconOf } from '../../../ui/index.ts';
import type { Service, Situation } from '../service.ts';
import { type Desk, frequentOf, said, serviceHref, serviceLink } from './desk.ts';
import { searchForm } from './search-form.ts';

const PAGE_LENGTH = 100;
const OTHERS = '#';

/** All services, a letter at a time. */
export function listPage(desk: Desk): Answer {
  const { visit, t, catalogue } = desk;
  const shelves = byLetter(desk, catalogue.services(visit.portal.key));
  const letters = [...shelves.keys()].sort((a, b) => (a === OTHERS ? 1 : b === OTHERS ? -1 : a < b ? -1 : 1));
  const asked = (visit.query.letter ?? '').toUpperCase();
  const letter = shelves.has(asked) ? asked : undefined;
  const main = html`<h1 class="kern-heading-large">${t.list.title}</h1>
<p class="kern-body kern-body--large">${t.list.intro}</p>${searchForm(visit)}
<nav class="letters" aria-label="${t.list.letters}"><ul>${letters.map((each) => letterLink(desk, each, each === letter))}</ul></nav>
${letter === undefined ? ways(desk) : underLetter(desk, letter, shelves.get(letter) ?? [])}`;
  return page(letter ? `${t.list.title}: ${letterName(desk, letter)}` : t.list.title, main, { cache: 'anonymous' });
}

/** By the first letter of the title in the visitor's language, in its order. */
function byLetter({ visit }: Desk, services: readonly Service[]): Map<string, Service[]> {
  const shelves = new Map<string, Service[]>();
  for (const service of services) {
    const first =
      service
        .title(visit.language)
        .text.normalize('NFD')
        .replace(/^[^\p{L}\p{N}]+/u, '')[0]
        ?.toUpperCase() ?? '';
    const letter = /[A-Z]/.test(first) ? first : OTHERS;
    const shelf = shelves.get(letter);
    if (shelf) shelf.push(service);
    else shelves.set(letter, [service]);
  }
  const { compare } = new Intl.Collator(visit.language);
  const title = (service: Service) => service.title(visit.language).text;
  for (const shelf of shelves.values()) shelf.sort((a, b) => compare(title(a), title(b)));
  return shelves;
}

const letterName = ({ t }: Desk, letter: string) => (letter === OTHERS ? t.list.others : letter);

function letterLink(desk: Desk, letter: string, isHere: boolean): Html {
  const { visit, t } = desk;
  const href = visit.root + to(urls.portal.services, { lang: visit.language }, { letter, place: visit.query.place });
  return html`<li><a href="${href}" aria-label="${letter === OTHERS ? t.list.others : t.list.under(letter)}"${isHere && html` aria-current="page"`}>${letter}</a></li>`;
}

function underLetter(desk: Desk, letter: string, services: readonly Service[]): Html {
  const { visit, t } = desk;
  const from = Math.max(
    0,
    services.findIndex((service) => service.key === visit.query.from),
  );
  const shown = services.slice(from, from + PAGE_LENGTH);
  const next = services[from + PAGE_LENGTH];
  const more = next && visit.root + to(urls.portal.services, { lang: visit.language }, { letter, from: next.key });
  return html`<section aria-labelledby="letter"><h2 class="kern-heading-medium" id="letter">${letterName(desk, letter)} <span class="source">${t.list.count(services.length)}</span></h2>
<ul class="service-list">${shown.map((service) => html`<li>${serviceLink(desk, service, visit.query.place)}</li>`)}</ul>
${more && html`<p><a class="kern-link" href="${more}">${t.list.more}</a></p>`}</section>`;
}

/** Before a letter is chosen: what is asked for most, and the situations. */
function ways(desk: Desk): Child {
  const { visit, t, catalogue } = desk;
  const often = frequentOf(desk);
  return html`${
    often.length > 0 &&
    html`<section aria-labelledby="often"><h2 class="kern-heading-medium" id="often">${t.list.often}</h2>${serviceCards(desk, often)}</section>`
  }<section aria-labelledby="situations"><h2 class="kern-heading-medium" id="situations">${t.list.situations}</h2>${situationCards(desk, catalogue.situations(visit.portal.key))}</section>`;
}

export const serviceCards = (desk: Desk, services: readonly Service[]): Html =>
  cardGrid(
    services.map((service) => {
      const title = service.title(desk.visit.language);
      const summary = service.summary(desk.visit.language);
      return {
        href: serviceHref(desk, service.key, desk.visit.query.place),
        title: title.text,
        ...(title.lang !== desk.visit.language && { lang: title.lang }),
        ...(summary && { text: said(desk, summary) }),
        icon: iconOf(service.icon),
      };
    }),
  );

export const situationCards = (desk: Desk, situations: readonly Situation[]): Html => {
  const { visit } = desk;
  return cardGrid(
    situations.map((situation) => {
      const title = situation.title(visit.language);
      const summary = situation.summary(visit.language) ?? situation.field?.(visit.language);
      return {
        href: visit.root + to(urls.portal.situation, { lang: visit.language, situation: situation.key }),
        title: title.text,
        ...(title.lang !== visit.language && { lang: title.lang }),
        ...(summary && { text: said(desk, summary) }),
        icon: iconOf(situation.icon),
      };
    }),
  );
};
