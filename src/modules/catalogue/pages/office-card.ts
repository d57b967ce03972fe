import { type Html, html } from '../../../platform/html/html.ts';
import { hoursInWords, readOpeningHours } from '../../../standards/opening-hours/index.ts';
import { badge } from '../../../ui/index.ts';
import type { Office } from '../../territory/index.ts';
import { inLanguage } from '../service.ts';
import { type Desk, said } from './desk.ts';

/** An office as one needs it to go there, write or call. */
export function officeCard(desk: Desk, office: Office, contactPage?: string): Html {
  const { t } = desk;
  const { address, phone, email, hours } = office;
  return html`<div class="office">
<p class="office__name">${officeName(desk, office)}${office.isExample && html` ${badge({ text: t.example, tone: 'neutral' })}`}</p>
${address && html`<address class="office__address">${address.street}<br>${address.postcode} ${address.locality}</address>`}
${hours && html`<p class="office__label">${t.office.hours}</p>${hoursList(desk, hours)}`}
${phone && html`<p>${t.office.phone}: <a href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a></p>`}
${email && html`<p>${t.office.email}: <a href="mailto:${email}">${email}</a></p>`}
${contactPage && html`<p><a href="${contactPage}" rel="external">${t.office.contactPage}</a></p>`}
</div>`;
}

export function officeName(desk: Desk, office: Office): Html | string {
  const { visit } = desk;
  const name = inLanguage(office.name, visit.language, [...visit.portal.languages, 'de', 'fr', 'it', 'en']);
  return name ? said(desk, name) : office.key;
}

function hoursList({ t, visit }: Desk, hours: string): Html {
  const read = readOpeningHours(hours);
  if (read.kind === 'fault') return html`<p>${hours}</p>`;
  const range = (from: string, until: string) => t.office.range(clock(from), clock(until));
  return html`<dl class="hours">${hoursInWords(read.hours, visit.language, range).map(
    ({ days, times }) => html`<div><dt>${days}</dt><dd>${times}</dd></div>`,
  )}</dl>`;
}

const clock = (time: string): string => time.replace(/^0/, '').replace(':', '.').replace(/\.00$/, '');
