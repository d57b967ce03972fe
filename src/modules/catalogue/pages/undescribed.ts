import { type Child, type Html, html } from '../../../platform/html/html.ts';
import { summaryList } from '../../../ui/index.ts';
import type { Entry } from '../inventories/inventory.ts';
import type { ServiceAt } from '../service-at.ts';
import { type Desk, serviceLink } from './desk.ts';
import { levelName } from './responsible-aside.ts';

const SHOWN_AT_ONCE = 30;
const MOST = 400;

/** What the inventory knows of a service that nobody has described, and no word more. */
export function undescribed(desk: Desk, at: ServiceAt): Html {
  const { t, catalogue, visit } = desk;
  const { service } = at;
  const entries = catalogue.entries(visit.portal.key, service.key);
  const described = service.describedBy
    .map((key) => catalogue.service(visit.portal.key, key))
    .filter((each) => each !== undefined);
  return html`${
    described.length > 0
      ? html`<section aria-labelledby="described"><h2 class="kern-heading-medium" id="described">${t.service.described}</h2><ul class="service-list">${described.map((each) => html`<li>${serviceLink(desk, each, visit.query.place)}</li>`)}</ul></section>`
      : html`<p class="kern-body">${t.service.undescribed}</p>`
  }
${summaryList([
  { label: t.service.key, value: service.ozg ? `OZG ${service.ozg}` : service.key },
  { label: t.service.levelTitle, value: levelName(desk, service) },
])}
${entries.length > 0 && html`<section aria-labelledby="entries"><h2 class="kern-heading-medium" id="entries">${t.service.entries}</h2>${entryList(desk, entries)}</section>`}`;
}

function entryList(desk: Desk, entries: readonly Entry[]): Html {
  const [first, rest] = [entries.slice(0, SHOWN_AT_ONCE), entries.slice(SHOWN_AT_ONCE, MOST)];
  return html`${items(desk, first)}${
    rest.length > 0 &&
    html`<details class="kern-accordion"><summary class="kern-accordion__header"><span class="kern-title">${desk.t.service.entriesMore(rest.length)}</span></summary><section class="kern-accordion__body">${items(desk, rest)}</section></details>`
  }`;
}

const items = (desk: Desk, entries: readonly Entry[]): Html =>
  html`<ul class="entries"${desk.visit.language !== 'de' && html` lang="de"`}>${entries.map((entry) => html`<li>${entry.name} <span class="source">${keyOf(desk, entry)}</span></li>`)}</ul>`;

const keyOf = (desk: Desk, { key }: Entry): Child => key || desk.t.service.withoutKey;
