import type { Visit } from '../../../modules/identity/index.ts';
import type { Version } from '../../../modules/packs/index.ts';
import { nameIn } from '../../../modules/territory/index.ts';
import { type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import { badge, cardGrid } from '../../../ui/index.ts';
import type { ClerkSeat } from '../clerk-seat.ts';
import { momentIn } from '../content/moment.ts';
import { valueInWords } from '../content/value-in-words.ts';
import { type Texts, textsFor } from '../texts/index.ts';
import type { Home } from './home-routes.ts';

/** What the authority says about itself, and where it says something of its own. */
export function homePage(visit: Visit, seat: ClerkSeat, home: Home): Answer {
  const t = textsFor(visit.language, visit.portal.country);
  const offices = visit.root + to(urls.admin.authority, { lang: visit.language });
  const main = html`<div class="admin-page"><h1 class="kern-heading-large">${nameIn(seat.authority, visit.language)}</h1>
<p class="kern-body kern-body--large">${t.home.intro(nameIn(seat.authority, visit.language))}</p>
${!seat.mayEdit && html`<p class="kern-body">${t.home.readOnly}</p>`}
${cardGrid([{ href: offices, title: t.home.offices, icon: 'clock' }])}
${home.arrangement.changes.length > 0 && html`<p>${badge({ text: t.home.changedAbove, tone: 'warn' })} <a class="kern-link" href="${offices}">${t.decide.toDecision}</a></p>`}
<h2 class="kern-heading-medium" id="services">${t.home.services}</h2>
${servicesTable(visit, t, home)}
<h2 class="kern-heading-medium">${t.home.recent}</h2>
${recentList(visit, t, home)}</div>`;
  return page(t.title, main, { shape: 'wide' });
}

function servicesTable(visit: Visit, t: Texts, { services }: Home): Html {
  if (services.length === 0) return html`<p class="kern-body">${t.home.noServices}</p>`;
  return html`<p class="kern-body">${t.home.servicesIntro}</p>
<div class="admin-table" role="region" aria-labelledby="services" tabindex="0"><table><thead><tr><th scope="col">${t.home.service}</th><th scope="col">${t.home.fee}</th><th scope="col">${t.home.duration}</th><td></td></tr></thead><tbody>${services.map(
    ({ service, desk }) => {
      const href = visit.root + to(urls.admin.service, { lang: visit.language, service: service.key });
      return html`<tr><th scope="row"><a class="kern-link" href="${href}"${service.lang !== visit.language && html` lang="${service.lang}"`}>${service.title}</a></th>
<td>${valueInWords(visit, 'fee', desk.merged.fee)}</td><td>${valueInWords(visit, 'duration', desk.merged.duration)}</td>
<td>${Object.keys(desk.mine).length > 0 && badge({ text: t.home.own, tone: 'neutral' })} ${desk.changes.length > 0 && badge({ text: t.home.changedAbove, tone: 'warn' })}</td></tr>`;
    },
  )}</tbody></table></div>`;
}

function recentList(visit: Visit, t: Texts, { recent, names, services }: Home): Html {
  if (recent.length === 0) return html`<p class="kern-body">${t.home.none}</p>`;
  const titles = new Map(services.map(({ service }) => [service.key, service.title]));
  return html`<ul class="plain-list">${recent.map((version) => {
    const what = version.kind === 'authority' ? t.home.arrangement : (titles.get(version.key) ?? version.key);
    return html`<li>${whenAndWho(visit, t, version, names)}: ${t.home.of(what, version.number)}</li>`;
  })}</ul>`;
}

/** `24. November 2026, 10:00, Corina Kanzler` */
export function whenAndWho(visit: Visit, t: Texts, version: Version, names: ReadonlyMap<string, string>): Html {
  const at = version.writtenAt.toTemporalInstant();
  const who = version.writtenBy === null ? undefined : (names.get(version.writtenBy) ?? t.home.someone);
  return html`<time datetime="${at.toString()}">${momentIn(visit, at)}</time>${who && `, ${who}`}`;
}
