import type { Visit } from '../../../modules/identity/index.ts';
import { nameIn } from '../../../modules/territory/index.ts';
import { type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import { fieldTextsFor, radios, select, textField } from '../../../ui/fields/index.ts';
import { alertBox, breadcrumbs, errorSummary, submitButton, summaryList } from '../../../ui/index.ts';
import { doneAlert, overtakenAlert } from '../content/alerts.ts';
import { errorsOf } from '../content/typed.ts';
import { valueInWords } from '../content/value-in-words.ts';
import { type Texts, textsFor } from '../texts/index.ts';
import { canChooseCounter } from './counter-form.ts';
import { fieldsOf, type ServiceDesk, type TriedService } from './service-desk.ts';

interface Shown {
  seen: string;
  tried?: TriedService;
}

/** One service as the authority offers it: fee, duration, office, online. */
export function servicePage(visit: Visit, desk: ServiceDesk, shown: Shown): Answer {
  const t = textsFor(visit.language, visit.portal.country);
  const { service, overlay, seat } = desk;
  const { tried } = shown;
  const faults = tried?.faults ?? {};
  const lang = visit.language;
  const provenance = visit.root + to(urls.admin.provenance, { lang, service: service.key });
  const waits = overlay.changes.length > 0;
  const main = html`${breadcrumbs([{ href: visit.root + to(urls.admin.home, { lang }), label: nameIn(seat.authority, visit.language) }, { label: service.title }])}
<h1 class="kern-heading-large"${service.lang !== lang && html` lang="${service.lang}"`}>${service.title}</h1>
${Object.keys(faults).length > 0 && errorSummary({ title: t.problem, errors: errorsOf(faults) })}
${tried?.isOvertaken && overtakenAlert(t, nowValid(visit, t, desk))}
${!tried && doneAlert(visit, t)}
${waits && alertBox({ kind: 'warning', title: t.decide.title, body: html`<p class="kern-body">${t.decide.first} <a class="kern-link" href="${provenance}">${t.decide.toDecision}</a></p>` })}
${seat.mayEdit && !waits ? form(visit, t, desk, shown) : nowValid(visit, t, desk)}
<p class="kern-body"><a class="kern-link" href="${provenance}">${t.service.toProvenance}</a></p>`;
  const status = tried?.isOvertaken ? 409 : tried ? 422 : 200;
  return page(service.title, main, { status });
}

function nowValid(visit: Visit, t: Texts, { overlay, arrangement, service }: ServiceDesk): Html {
  const counter = arrangement.services[service.key];
  const office = arrangement.offices.find(({ key }) => key === (counter?.office ?? arrangement.defaultOffice));
  return summaryList([
    { label: t.service.fee, value: valueInWords(visit, 'fee', overlay.merged.fee) },
    { label: t.home.duration, value: valueInWords(visit, 'duration', overlay.merged.duration) },
    ...(office ? [{ label: t.service.office, value: nameOf(visit, office.name) }] : []),
    { label: t.service.online, value: counter?.online === true ? t.value.yes : t.value.no },
  ]);
}

const nameOf = (visit: Visit, name: Partial<Record<string, string>>): string =>
  name[visit.language] ?? Object.values(name)[0] ?? '';

function form(visit: Visit, t: Texts, desk: ServiceDesk, shown: Shown): Html {
  const { service, arrangement, overlay } = desk;
  const fields = shown.tried?.fields ?? fieldsOf(desk);
  const faults = shown.tried?.faults ?? {};
  const words = fieldTextsFor(visit.language);
  const text = (name: 'amount' | 'feeSource' | 'days' | 'daysSource', label: string, hint: string) =>
    textField(
      {
        id: name,
        name,
        label,
        hint,
        value: fields[name],
        error: faults[name],
        isOptional: name !== 'amount',
        ...(/amount|days$/.test(name) && { width: 10 as const, inputmode: name === 'days' ? 'numeric' : 'decimal' }),
      },
      words,
    );
  const aboveFee = valueInWords(visit, 'fee', overlay.above.fee);
  const aboveDays = valueInWords(visit, 'duration', overlay.above.duration);
  const fee = radios(
    {
      id: 'fee',
      name: 'fee',
      label: t.service.fee,
      value: fields.fee,
      error: faults.fee,
      options: [
        { value: 'above', label: t.service.asAbove(aboveFee) },
        { value: 'amount', label: t.service.amount },
        { value: 'free', label: t.service.free },
      ],
    },
    words,
  );
  return html`<form method="post" action="${visit.path}" class="admin-form" novalidate>
<input type="hidden" name="seen" value="${shown.seen}">
${fee}
${text('amount', t.service.amountLabel(visit.portal.currency), t.service.amountHint)}
${text('feeSource', t.service.source, t.service.sourceHint)}
${text('days', t.service.days, t.service.daysHint(aboveDays))}
${text('daysSource', t.service.daysSource, t.service.daysSourceHint)}
${canChooseCounter(arrangement, service.key) && counterFields(visit, t, desk, shown)}
${submitButton({ label: t.save })}
</form>`;
}

function counterFields(visit: Visit, t: Texts, desk: ServiceDesk, { tried }: Shown): Html {
  const { arrangement, service } = desk;
  const fields = tried?.fields ?? fieldsOf(desk);
  const words = fieldTextsFor(visit.language);
  const office = select(
    {
      id: 'office',
      name: 'office',
      label: t.service.office,
      value: fields.office,
      error: tried?.faults.office,
      options: arrangement.offices.map(({ key, name }) => ({ value: key, label: nameOf(visit, name) })),
    },
    words,
  );
  const online = radios(
    {
      id: 'online',
      name: 'online',
      label: t.service.online,
      value: fields.online,
      options: [
        { value: 'yes', label: t.service.onlineYes },
        { value: 'no', label: t.service.onlineNo },
      ],
    },
    words,
  );
  return html`${office}${service.hasForm && online}`;
}
