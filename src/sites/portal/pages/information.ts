import type { Visit } from '../../../modules/identity/index.ts';
import { type Child, type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import { badge, summaryList } from '../../../ui/index.ts';
import type { InformationPage, PortalContact, PortalContent } from '../portal-content.ts';
import { type Texts, textsFor } from '../texts/index.ts';

/** Imprint, privacy, accessibility statement and contact: the portal's own words, with the ways to reach somebody. */
export function informationPage(visit: Visit, which: InformationPage, content: PortalContent): Answer {
  const t = textsFor(visit.language, visit.portal.country);
  const title = t.pages[which];
  const sections = content.sections(which);
  const lang = content.language !== visit.language && html` lang="${content.language}"`;
  const main = html`<h1 class="kern-heading-large">${title}</h1>
${which === 'contact' && contactRows(t, content.contact)}
<div class="prose"${lang}>${sections.map(
    (section) =>
      html`<section><h2 class="kern-heading-medium">${section.title}</h2>${section.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}</section>`,
  )}</div>
${sections.length === 0 && html`<p>${t.pages.missing}</p>`}
${(which === 'accessibility' || which === 'contact') && html`<p><a class="kern-link" href="${feedbackOf(visit)}">${t.pages.toFeedback}</a></p>`}
${which === 'accessibility' && contactRows(t, content.contact)}`;
  return page(title, main, { shape: 'reading', cache: 'anonymous' });
}

const feedbackOf = (visit: Visit): string =>
  visit.root + to(urls.portal.feedback, { lang: visit.language }, { page: visit.path.slice(visit.root.length) });

function contactRows(t: Texts, contact: PortalContact): Html {
  const rows: { label: string; value: Child }[] = [];
  if (contact.email)
    rows.push({ label: t.pages.email, value: html`<a href="mailto:${contact.email}">${contact.email}</a>` });
  if (contact.phone)
    rows.push({
      label: t.pages.phone,
      value: html`<a href="tel:${contact.phone.replace(/[^\d+]/g, '')}">${contact.phone}</a>`,
    });
  if (contact.address) rows.push({ label: t.pages.address, value: contact.address });
  if (rows.length === 0) return html``;
  return html`${contact.isExample && html`<p>${badge({ text: t.pages.example, tone: 'neutral' })}</p>`}${summaryList(rows)}`;
}
