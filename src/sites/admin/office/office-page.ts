import type { Visit } from '../../../modules/identity/index.ts';
import { nameIn, type Office } from '../../../modules/territory/index.ts';
import { type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import { checkboxes, fieldTextsFor, textField } from '../../../ui/fields/index.ts';
import { breadcrumbs, errorSummary, submitButton } from '../../../ui/index.ts';
import { overtakenAlert } from '../content/alerts.ts';
import { errorsOf } from '../content/typed.ts';
import { hoursText } from '../content/value-in-words.ts';
import { type Texts, textsFor } from '../texts/index.ts';
import { officeFieldsOf } from './office-form.ts';
import type { OfficesDesk, TriedOffice } from './office-routes.ts';
import { officeName, officeRows } from './offices-page.ts';

/** One office to be changed. */
export function officePage(visit: Visit, desk: OfficesDesk, office: Office, tried?: TriedOffice): Answer {
  const t = textsFor(visit.language, visit.portal.country);
  const lang = visit.language;
  const name = officeName(visit, office);
  const all = visit.root + to(urls.admin.authority, { lang });
  const faults = tried?.faults ?? {};
  const main = html`${breadcrumbs([
    { href: visit.root + to(urls.admin.home, { lang }), label: nameIn(desk.seat.authority, visit.language) },
    { href: all, label: t.office.title },
    { label: name },
  ])}
<h1 class="kern-heading-large">${name}</h1>
${Object.keys(faults).length > 0 && errorSummary({ title: t.problem, errors: errorsOf(faults) })}
${tried?.isOvertaken && overtakenAlert(t, officeRows(visit, t, office))}
${form(visit, t, desk, office, tried)}
<p class="kern-body"><a class="kern-link" href="${all}">${t.cancel}</a></p>`;
  return page(name, main, { status: tried?.isOvertaken ? 409 : tried ? 422 : 200 });
}

function form(visit: Visit, t: Texts, desk: OfficesDesk, office: Office, tried?: TriedOffice): Html {
  const fields = tried?.fields ?? officeFieldsOf(office);
  const words = fieldTextsFor(visit.language);
  const text = (name: keyof typeof fields, label: string, more: Partial<Parameters<typeof textField>[0]> = {}) =>
    textField(
      { id: name, name, label, value: fields[name], error: tried?.faults[name], isOptional: true, ...more },
      words,
    );
  const note = office.hours && !tried ? hoursText(visit, office.hours) : undefined;
  return html`<form method="post" action="${visit.path}" class="admin-form" novalidate>
<input type="hidden" name="office" value="${office.key}"><input type="hidden" name="seen" value="${desk.overlay.seen}">
${text('street', t.office.street)}
${text('postcode', t.office.postcode, { width: 6, inputmode: 'numeric' })}
${text('locality', t.office.locality)}
${text('phone', t.office.phone, { type: 'tel' })}
${text('email', t.office.email, { type: 'email', spellcheck: false })}
${text('hours', t.office.hours, { hint: t.office.hoursHint, note, spellcheck: false })}
${
  office.isExample &&
  checkboxes(
    {
      id: 'isReal',
      name: 'isReal',
      label: t.office.example,
      options: [{ value: 'yes', label: t.office.isReal }],
      values: [fields.isReal],
      isOptional: true,
    },
    words,
  )
}
${submitButton({ label: t.save })}</form>`;
}
