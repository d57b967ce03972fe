import { type Child, type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import { alertBox } from '../../../ui/index.ts';
import type { PlaceAnswer } from '../../territory/index.ts';
import { type FoundService, GROUPS, type Group, type SearchAnswer } from '../search/answer.ts';
import { type Desk, frequentOf, langOf, serviceHref } from './desk.ts';
import { serviceCards, situationCards } from './list-page.ts';
import { searchForm } from './search-form.ts';

const ENTRIES_SHOWN = 4;

/** What was found, by where one can do it; never an empty page. */
export function searchPage(desk: Desk): Answer {
  const { visit, t, catalogue, municipality } = desk;
  const typed = (visit.query.q ?? '').trim();
  if (typed === '') return emptyPage(desk);
  const answer = catalogue.search(visit.portal.key, visit.language, typed, municipality);
  const main = html`<h1 class="kern-heading-large">${t.search.titleOf(typed)}</h1>
${searchForm(visit, typed)}
${placeOf(desk, answer)}
${answer.results.length > 0 ? found(desk, answer) : alertBox({ kind: 'info', title: t.search.none, body: t.search.noneHelp })}
${(answer.isGuess || answer.results.length === 0) && otherWays(desk)}`;
  return page(t.search.titleOf(typed), main);
}

function emptyPage(desk: Desk): Answer {
  const { visit, t } = desk;
  const main = html`<h1 class="kern-heading-large">${t.search.title}</h1>
${visit.query.q !== undefined && html`<p class="kern-body">${t.search.empty}</p>`}${searchForm(visit)}${otherWays(desk)}`;
  return page(t.search.title, main, { cache: 'anonymous' });
}

/** For which place this holds; where the typed one is not clear, the candidates. */
function placeOf(desk: Desk, { place, municipality, words }: SearchAnswer): Child {
  const { visit, t } = desk;
  const asked = (key: string) =>
    visit.root + to(urls.portal.search, { lang: visit.language }, { q: words, place: key });
  const candidates = place && candidatesOf(place);
  if (candidates && candidates.length > 0)
    return html`<section class="place-which"><p class="kern-body">${t.place.which(visit.query.q ?? '')}</p><ul class="service-list">${candidates.map(
      ({ municipality: { key, name }, district, region }) =>
        html`<li><a href="${asked(key)}">${name}</a> <span class="source">${[district, region].filter(Boolean).join(' · ')}</span></li>`,
    )}</ul></section>`;
  if (!municipality) return undefined;
  const change =
    visit.root +
    to(urls.portal.place, { lang: visit.language }, { back: `${visit.path}?${new URLSearchParams({ q: words })}` });
  return html`<p class="place-line">${t.place.label}: <b>${municipality.name}</b> · <a href="${change}">${t.place.change}</a></p>`;
}

const candidatesOf = (place: PlaceAnswer) => (place.kind === 'ambiguous' ? place.candidates.slice(0, 12) : []);

function found(desk: Desk, answer: SearchAnswer): Html {
  const { t } = desk;
  const { municipality, results } = answer;
  const place = municipality?.name;
  const groups = GROUPS.map((group) => ({ group, results: results.filter((each) => each.group === group) })).filter(
    (each) => each.results.length > 0,
  );
  return html`${answer.isGuess && html`<p class="kern-body">${t.search.guess}</p>`}${groups.map(
    ({ group, results: inGroup }) =>
      html`<section aria-labelledby="group-${group}"><h2 class="kern-heading-medium" id="group-${group}">${titleOf(desk, group, place)}</h2><ol class="found">${inGroup.map((each) => result(desk, each, answer))}</ol></section>`,
  )}`;
}

const titleOf = ({ t }: Desk, group: Group, place: string | undefined): string => t.search.groups[group](place);

function result(desk: Desk, { service, title, summary, leika }: FoundService, answer: SearchAnswer): Html {
  const { t } = desk;
  const typedPlace = answer.place?.kind === 'found' ? answer.municipality?.key : desk.visit.query.place;
  return html`<li class="found__one"><a class="found__title" href="${serviceHref(desk, service.key, typedPlace)}"${langOf(desk, title)}>${title.text}</a>
${summary && html`<p class="found__text"${langOf(desk, summary)}>${summary.text}</p>`}
${
  leika.length > 0 &&
  html`<p class="found__inside">${t.search.inside}: <span${desk.visit.language !== 'de' && html` lang="de"`}>${leika
    .slice(0, ENTRIES_SHOWN)
    .map(({ name }) => name)
    .join(' · ')}</span></p>`
}</li>`;
}

/** What is asked for most, the situations, and people who help. */
function otherWays(desk: Desk): Html {
  const { visit, t, catalogue } = desk;
  const often = frequentOf(desk);
  return html`${often.length > 0 && html`<h2 class="kern-heading-medium">${t.list.often}</h2>${serviceCards(desk, often)}`}
<h2 class="kern-heading-medium">${t.search.situations}</h2>${situationCards(desk, catalogue.situations(visit.portal.key))}
<p><a class="kern-link" href="${visit.root + to(urls.portal.contact, { lang: visit.language })}">${t.search.contact}</a></p>`;
}
