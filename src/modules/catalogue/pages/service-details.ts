import { type Child, type Html, html } from '../../../platform/html/html.ts';
import { badge } from '../../../ui/index.ts';
import type { Origin, ServiceAt, ServiceTexts } from '../service-at.ts';
import { type Desk, langOf, paragraphs } from './desk.ts';
import { spellFee } from './spell.ts';

/** Everything that is written about a described service, below the first screen. */
export function serviceDetails(desk: Desk, at: ServiceAt, texts: ServiceTexts): Html {
  const { t } = desk;
  const { service } = t;
  return html`${texts.what && section('what', service.what, paragraphs(desk, texts.what))}
${texts.forWhom && section('for', service.forWhom, paragraphs(desk, texts.forWhom))}
${texts.needs.length > 0 && section('needs', service.needsTitle, needsList(desk, texts))}
${section('cost', service.costTitle, costs(desk, at, texts))}
${(at.deadline || texts.deadline) && section('deadline', service.deadline, deadline(desk, at, texts))}
${texts.remedy && section('remedy', service.remedy, paragraphs(desk, texts.remedy))}
${texts.notes && section('notes', service.notes, paragraphs(desk, texts.notes))}
${at.legalBasis.length > 0 && section('legal', service.legal, legalBasis(desk, at))}`;
}

const section = (id: string, title: string, content: Child): Html =>
  html`<section aria-labelledby="${id}"><h2 class="kern-heading-medium" id="${id}">${title}</h2>${content}</section>`;

const needsList = (desk: Desk, { needs }: ServiceTexts): Html =>
  html`<ul class="kern-body needs">${needs.map((need) => html`<li${langOf(desk, need)}>${need.text}</li>`)}</ul>`;

function costs(desk: Desk, at: ServiceAt, texts: ServiceTexts): Html {
  const { visit, t } = desk;
  return html`<p class="kern-body">${t.service.cost}: <b>${spellFee(visit, t, at.fee)}</b>${originOf(desk, at.fee)}</p>
${texts.fee && paragraphs(desk, texts.fee)}
<p class="kern-body">${t.service.duration}: <b>${
    at.workingDays === undefined ? t.service.durationUnknown : t.service.workingDays(at.workingDays)
  }</b>${at.workingDays !== undefined && originOf(desk, at.durationOrigin)}</p>
${texts.duration && paragraphs(desk, texts.duration)}`;
}

const deadline = (desk: Desk, at: ServiceAt, texts: ServiceTexts): Html =>
  html`${
    at.deadline?.days !== undefined && html`<p class="kern-body"><b>${desk.t.service.days(at.deadline.days)}</b></p>`
  }
${texts.deadline && paragraphs(desk, texts.deadline)}
${at.deadline && html`<p class="kern-body">${originOf(desk, at.deadline)}</p>`}`;

const legalBasis = (desk: Desk, { legalBasis: articles }: ServiceAt): Html =>
  html`<ul class="kern-body">${articles.map(
    ({ name, url, isExample, source }) =>
      html`<li>${url ? html`<a href="${url}" rel="external">${name}</a>` : name}${originOf(
        desk,
        source !== undefined && name.includes(source) ? { isExample } : { isExample, ...(source && { source }) },
      )}</li>`,
  )}</ul>`;

/** Where a value comes from: its source, or the mark of an example. */
function originOf({ t }: Desk, origin: Origin | undefined): Child {
  if (!origin) return undefined;
  if (origin.isExample) return html` ${badge({ text: t.example, tone: 'neutral' })}`;
  return origin.source && html` <span class="source">${t.source(origin.source)}</span>`;
}
