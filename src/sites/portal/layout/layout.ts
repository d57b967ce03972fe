import type { Visit } from '../../../modules/identity/index.ts';
import { type Html, html } from '../../../platform/html/html.ts';
import type { Answer } from '../../../platform/http/answer.ts';
import type { Assets } from '../../assets/assets.ts';
import { documentOf } from '../../document.ts';
import type { Notice } from '../../notice/notice.ts';
import { noticeBars } from '../../notice/notice-bars.ts';
import { type Texts, textsFor } from '../texts/index.ts';
import { feedbackLine, footer } from './footer.ts';
import { header, nameOf } from './header.ts';
import { languageLinks } from './languages.ts';
import { sessionEnd } from './session-end.ts';

export interface LayoutWiring {
  assets: Assets;
  /** Where the visitor is at home, when they have said so. */
  placeOf(visit: Visit): { name: string } | undefined;
  noticesFor(portal: string): readonly Notice[];
  /** Nothing here has legal effect, and every page says so. */
  isDemonstration: boolean;
}

type Page = Extract<Answer, { kind: 'page' }>;

/** What stands around every page of a portal. */
export function portalLayout(wiring: LayoutWiring, visit: Visit, page: Page): string {
  const t = textsFor(visit.language, visit.portal.country);
  const main = page.shape === 'bleed' ? page.main : html`<div class="wrap ${shapeOf(page)}">${page.main}</div>`;
  const isFeedback = visit.path.endsWith('/feedback');
  const body = html`<a class="skip" href="#main">${t.layout.skip}</a>
<header>
${officialBar(wiring, visit, t)}
${header(visit, t, wiring.placeOf(visit))}
</header>
${noticeBars(wiring.noticesFor(visit.portal.key), visit.language, t)}
<main class="main" id="main" tabindex="-1">${main}</main>
${page.shape !== 'bare' && !isFeedback && feedbackLine(visit, t)}
${footer(visit, t)}
${sessionEnd(visit, t)}`;
  const name = nameOf(visit);
  return documentOf(wiring.assets, {
    locale: visit.locale,
    title: page.title === name ? name : `${page.title} – ${name}`,
    site: 'portal',
    portal: visit.portal,
    head: page.head,
    body,
  });
}

const shapeOf = (page: Page): string => (page.shape === 'reading' ? 'reading' : 'column');

function officialBar(wiring: LayoutWiring, visit: Visit, t: Texts): Html {
  return html`<div class="official"><div class="wrap official__row"><p>${t.layout.under[visit.portal.country]}${
    wiring.isDemonstration && html` <span class="official__demonstration">${t.layout.demonstration}</span>`
  }</p>${languageLinks(visit, t)}</div></div>`;
}
