import { type Service, type Situation, suggestAddress, type Text } from '../../../modules/catalogue/index.ts';
import type { Visit } from '../../../modules/identity/index.ts';
import { type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import { type Card, cardGrid, icon, iconOf } from '../../../ui/index.ts';
import { nameOf } from '../layout/header.ts';
import { type Texts, textsFor } from '../texts/index.ts';

export interface HomeAsk {
  tagline?: string;
  place: { name: string } | undefined;
  frequent: readonly Service[];
  situations: readonly Situation[];
}

/** As many cards as fill three rows, and one. */
const MOST_PEOPLE = 12;
const MOST_COMPANIES = 4;

/** One question, then the situations of life, and authorities last. No banner, no slider, no news. */
export function homePage(visit: Visit, ask: HomeAsk): Answer {
  const t = textsFor(visit.language, visit.portal.country);
  const of = (audience: 'person' | 'company') =>
    ask.situations.filter((situation) => situation.audience.includes(audience) === true);
  const people = of('person');
  const companies = of('company').filter((situation) => !people.includes(situation));
  const main = html`${hero(visit, t, ask)}
${people.length > 0 && situations(visit, t.home.situations, people, MOST_PEOPLE)}
${companies.length > 0 && situations(visit, t.home.companies, companies, MOST_COMPANIES)}
${band(t.home.more, cardGrid(otherWays(visit, t)))}`;
  return page(nameOf(visit), main, { shape: 'bleed', cache: 'anonymous' });
}

function hero(visit: Visit, t: Texts, ask: HomeAsk): Html {
  const { root, language } = visit;
  const back = root + to(urls.portal.home, { lang: language });
  const placeHref = root + to(urls.portal.place, { lang: language }, { back });
  return html`<div class="hero"><div class="wrap">
<h1 class="hero__question">${t.home.title}</h1>
<p class="hero__lead">${ask.tagline ?? t.home.lead[visit.portal.country]}</p>
<form class="find" role="search" method="get" action="${root + to(urls.portal.search, { lang: language })}">
<label class="kern-sr-only" for="find">${t.home.searchLabel}</label>
<input class="find__words" id="find" name="q" type="search" autocomplete="off" autocapitalize="none" enterkeyhint="search" maxlength="200" required aria-describedby="find-hint" data-suggest="${suggestAddress(visit)}">
<a class="find__place" href="${placeHref}">${icon('pin')}<span>${ask.place ? t.home.in(ask.place.name) : t.home.noPlace}</span></a>
<button class="find__go" type="submit">${icon('search')}<span>${t.home.search}</span></button>
</form>
<p class="hero__hint" id="find-hint">${t.home.searchHint}</p>
${ask.frequent.length > 0 && often(visit, t, ask.frequent)}
${visit.portal.country === 'ch' && recently(visit, t)}
</div></div>`;
}

const often = (visit: Visit, t: Texts, services: readonly Service[]): Html =>
  html`<nav class="often" aria-labelledby="often"><h2 class="often__name" id="often">${t.home.often}</h2><ul>${services.map(
    (service) => {
      const title = service.title(visit.language);
      const href = visit.root + to(urls.portal.service, { lang: visit.language, service: service.key });
      return html`<li><a href="${href}"${langOf(visit, title)}>${title.text}</a></li>`;
    },
  )}</ul></nav>`;

/**
 * Filled by the browser from what it has kept itself, since nobody else knows it; without scripts it stays hidden. Not in
 * Germany, where keeping on a device what nobody asked to be kept takes consent. @see TDDDG § 25, FMG Art. 45c
 */
const recently = (visit: Visit, t: Texts): Html =>
  html`<nav class="often" aria-labelledby="recent" data-recent="${visit.portal.key} ${visit.language}" hidden><h2 class="often__name" id="recent">${t.home.recent}</h2><ul></ul>
<button class="often__forget" type="button">${t.home.forgetRecent}</button></nav>`;

const langOf = (visit: Visit, text: Text) => text.lang !== visit.language && html` lang="${text.lang}"`;

const band = (title: string, body: Html): Html =>
  html`<section class="band"><div class="wrap"><h2 class="band__title">${title}</h2>${body}</div></section>`;

/** The first `most` situations; the others unfold, so that the page stays calm. */
function situations(visit: Visit, title: string, all: readonly Situation[], most: number): Html {
  const { home } = textsFor(visit.language, visit.portal.country);
  const cards = all.map((situation) => situationCard(visit, situation));
  const rest = cards.slice(most);
  const more =
    rest.length > 0 &&
    html`<details class="more-cards"><summary>${home.moreSituations} (${rest.length})</summary>${cardGrid(rest)}</details>`;
  return band(title, html`${cardGrid(cards.slice(0, most))}${more}`);
}

function situationCard(visit: Visit, situation: Situation): Card {
  const title = situation.title(visit.language);
  const summary = situation.summary(visit.language);
  return {
    href: visit.root + to(urls.portal.situation, { lang: visit.language, situation: situation.key }),
    title: title.text,
    ...(title.lang !== visit.language && { lang: title.lang }),
    text:
      summary &&
      (summary.lang === visit.language ? summary.text : html`<span lang="${summary.lang}">${summary.text}</span>`),
    icon: iconOf(situation.icon),
  };
}

function otherWays(visit: Visit, t: Texts): Card[] {
  const { root, language } = visit;
  return [
    {
      href: root + to(urls.portal.services, { lang: language }),
      title: t.home.all,
      text: t.home.allText,
      icon: 'book',
    },
    {
      href: root + to(urls.portal.status, { lang: language }),
      title: t.home.status,
      text: t.home.statusText,
      icon: 'clock',
    },
    {
      href: root + to(urls.portal.verify, { lang: language }),
      title: t.home.verify,
      text: t.home.verifyText,
      icon: 'shield',
    },
    {
      href: root + to(urls.portal.authorities, { lang: language }),
      title: t.home.authorities,
      text: t.home.authoritiesText,
      icon: 'authority',
    },
  ];
}
