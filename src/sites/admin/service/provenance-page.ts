import type { Visit } from '../../../modules/identity/index.ts';
import { mergeVersions, type Provenance, partAt, partsOf, type Version } from '../../../modules/packs/index.ts';
import { nameIn } from '../../../modules/territory/index.ts';
import { type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import { alertBox, breadcrumbs, errorSummary } from '../../../ui/index.ts';
import type { ClerkSeat } from '../clerk-seat.ts';
import { doneAlert } from '../content/alerts.ts';
import { decisionForm } from '../content/decision.ts';
import type { OverlayDesk } from '../content/overlay-desk.ts';
import type { OwnService } from '../content/own-services.ts';
import { errorsOf, type Faults } from '../content/typed.ts';
import { partInWords, valueInWords } from '../content/value-in-words.ts';
import { whenAndWho } from '../home/home-page.ts';
import { type Texts, textsFor } from '../texts/index.ts';

interface Shown {
  seat: ClerkSeat;
  service: OwnService;
  overlay: OverlayDesk;
  names: ReadonlyMap<string, string>;
}

/** Where each value comes from, on which version it was based, and what to decide. */
export function provenancePage(visit: Visit, shown: Shown, tried?: { faults: Faults; isOvertaken: boolean }): Answer {
  const { seat, service, overlay } = shown;
  const t = textsFor(visit.language, visit.portal.country);
  const lang = visit.language;
  const title = t.provenance.title(service.title);
  const main = html`<div class="admin-page">${breadcrumbs([
    { href: visit.root + to(urls.admin.home, { lang }), label: nameIn(seat.authority, visit.language) },
    { href: visit.root + to(urls.admin.service, { lang, service: service.key }), label: service.title },
    { label: t.service.toProvenance },
  ])}
<h1 class="kern-heading-large">${title}</h1>
${tried && Object.keys(tried.faults).length > 0 && errorSummary({ title: t.problem, errors: errorsOf(tried.faults) })}
${tried?.isOvertaken && alertBox({ kind: 'warning', title: t.overtaken.title })}
${!tried && doneAlert(visit, t)}
${overlay.changes.length > 0 && seat.mayEdit && decisionForm(visit, overlay, tried?.faults)}
<p class="kern-body" id="explained">${t.provenance.intro}</p>
${table(visit, t, shown)}
${history(visit, t, shown)}</div>`;
  const status = tried?.isOvertaken ? 409 : tried ? 422 : 200;
  return page(title, main, { status, shape: 'wide' });
}

/** What authorities usually set themselves stands first. */
const OWN = new Set(['fee', 'duration', 'deadline', 'channels']);

/** Texts in the language of the page only: the others are written alike. */
const isShown = (visit: Visit) => (path: string) => {
  const [first, language] = path.split('.');
  return first !== 'texts' || language === visit.language;
};

function table(visit: Visit, t: Texts, { seat, overlay }: Shown): Html {
  const { provenance } = mergeVersions(overlay.layers);
  const rows = partsOf(overlay.merged)
    .filter(isShown(visit))
    .sort((a, b) => Number(OWN.has(b)) - Number(OWN.has(a)))
    .map((path) => ({ path, from: fromOf(provenance, path) }));
  return html`<div class="admin-table" role="region" aria-labelledby="explained" tabindex="0"><table><thead><tr>
<th scope="col">${t.provenance.part}</th><th scope="col">${t.provenance.value}</th><th scope="col">${t.provenance.from}</th><th scope="col">${t.provenance.version}</th></tr></thead><tbody>${rows.map(
    ({ path, from }) => html`<tr><th scope="row">${partInWords(visit, path)}</th>
<td class="admin-table__value">${shortened(valueInWords(visit, path, partAt(overlay.merged, path)))}</td>
<td>${from && scopeInWords(visit, t, seat, from)}</td><td>${from && versionInWords(t, from)}</td></tr>`,
  )}</tbody></table></div>`;
}

/** The narrowest layer that says something about `path` or a value in it. */
function fromOf(provenance: ReadonlyMap<string, Provenance>, path: string): Provenance | undefined {
  const inside = [...provenance]
    .filter(([each]) => each === path || each.startsWith(`${path}.`))
    .map(([, from]) => from);
  return inside.toSorted((a, b) => rank(b) - rank(a))[0];
}

const rank = ({ scope, origin }: Provenance): number =>
  (scope === 'federation' ? 0 : scope.startsWith('portal:') ? 2 : 4) + (origin === 'overlay' ? 1 : 0);

function scopeInWords(visit: Visit, t: Texts, seat: ClerkSeat, { scope, origin }: Provenance): string {
  const { portal, language } = visit;
  const where =
    scope === 'federation'
      ? t.provenance.federation
      : scope.startsWith('portal:')
        ? t.provenance.portal(portal.name[language] ?? portal.key)
        : nameIn(seat.authority, visit.language);
  return `${where}, ${origin === 'files' ? t.provenance.files : t.provenance.overlay}`;
}

function versionInWords(t: Texts, { number, basedOn, aboveNow }: Provenance): string {
  const based = basedOn === null ? '' : `, ${t.provenance.basedOn(basedOn)}`;
  const now =
    aboveNow === null || basedOn === null || aboveNow === basedOn ? '' : `; ${t.provenance.aboveNow(aboveNow)}`;
  return `${number}${based}${now}`;
}

const MOST_LETTERS = 200;
const shortened = (text: string): string => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text);

function history(visit: Visit, t: Texts, { seat, overlay, names }: Shown): Html {
  const own = overlay.versions.filter(
    ({ scope, origin }) => scope === `authority:${seat.authority.key}` && origin === 'overlay',
  );
  if (own.length === 0) return html``;
  const line = (version: Version) =>
    html`<li>${version.number}: ${whenAndWho(visit, t, version, names)}${version.withdrawn && ` (${t.provenance.withdrawn})`}</li>`;
  return html`<h2 class="kern-heading-medium">${t.provenance.history}</h2><ul class="plain-list">${own.slice(0, 20).map(line)}</ul>`;
}
