import type { Visit } from '../../../modules/identity/index.ts';
import { nameIn, type Office } from '../../../modules/territory/index.ts';
import { type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import { alertBox, badge, breadcrumbs, errorSummary, summaryList } from '../../../ui/index.ts';
import { doneAlert } from '../content/alerts.ts';
import { decisionForm } from '../content/decision.ts';
import { errorsOf } from '../content/typed.ts';
import { hoursText } from '../content/value-in-words.ts';
import { type Texts, textsFor } from '../texts/index.ts';
import type { OfficesDesk, TriedOffice } from './office-routes.ts';

/** The offices as the portal shows them, each to be changed. */
export function officesPage(visit: Visit, desk: OfficesDesk, tried?: TriedOffice): Answer {
  const t = textsFor(visit.language, visit.portal.country);
  const { overlay, seat, offices } = desk;
  const waits = overlay.changes.length > 0;
  const faults = tried?.faults ?? {};
  const main = html`${breadcrumbs([{ href: visit.root + to(urls.admin.home, { lang: visit.language }), label: nameIn(seat.authority, visit.language) }, { label: t.office.title }])}
<h1 class="kern-heading-large">${t.office.title}</h1>
${Object.keys(faults).length > 0 && errorSummary({ title: t.problem, errors: errorsOf(faults) })}
${tried?.isOvertaken && alertBox({ kind: 'warning', title: t.overtaken.title })}
${!tried && doneAlert(visit, t)}
${waits && seat.mayEdit && decisionForm(visit, overlay, faults)}
<p class="kern-body kern-body--large">${offices.length === 0 ? t.office.none : t.office.intro}</p>
${offices.map((office) => officeSection(visit, t, office, seat.mayEdit && !waits))}`;
  return page(t.office.title, main, { status: tried?.isOvertaken ? 409 : tried ? 422 : 200 });
}

export const officeName = (visit: Visit, { name }: Office): string =>
  name[visit.language] ?? Object.values(name)[0] ?? '';

function officeSection(visit: Visit, t: Texts, office: Office, canChange: boolean): Html {
  const name = officeName(visit, office);
  const href = visit.root + to(urls.admin.authority, { lang: visit.language }, { office: office.key });
  return html`<section class="admin-office" aria-labelledby="office-${office.key}"><h2 class="kern-heading-medium" id="office-${office.key}">${name} ${office.isExample && badge({ text: t.office.example, tone: 'neutral' })}</h2>
${officeRows(visit, t, office)}
${canChange && html`<p><a class="kern-link" href="${href}">${t.office.change}<span class="kern-sr-only"> ${name}</span></a></p>`}</section>`;
}

/** Address, telephone, e-mail and hours in words. */
export function officeRows(visit: Visit, t: Texts, { address, phone, email, hours }: Office): Html {
  const written = address && `${address.street}, ${address.postcode} ${address.locality}`;
  return summaryList([
    { label: t.office.address, value: written ?? t.value.nothing },
    { label: t.office.phone, value: phone ?? t.value.nothing },
    { label: t.office.email, value: email ?? t.value.nothing },
    { label: t.office.hours, value: hours ? hoursText(visit, hours) : t.value.nothing },
  ]);
}
