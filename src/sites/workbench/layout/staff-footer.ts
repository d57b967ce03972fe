import type { Visit } from '../../../modules/identity/index.ts';
import { type Html, html } from '../../../platform/html/html.ts';
import { to, routes as urls } from '../../../routes.ts';
import { languageLinks } from '../../portal/layout/languages.ts';
import type { Texts } from '../../portal/texts/index.ts';

/** Below every page of staff, whom barriers meet as well: other languages, and where to say what does not work. */
export function staffFooter(visit: Visit, t: Texts): Html {
  const { root, language: lang } = visit;
  const links: [label: string, href: string][] = [
    [t.layout.accessibility, to(urls.portal.accessibility, { lang })],
    [t.layout.barrier, to(urls.portal.feedback, { lang })],
    [t.layout.contact, to(urls.portal.contact, { lang })],
  ];
  return html`<footer class="desk-foot">${languageLinks(visit, t)}<nav aria-label="${t.layout.help}"><ul>${links.map(
    ([label, href]) => html`<li><a href="${root}${href}">${label}</a></li>`,
  )}</ul></nav></footer>`;
}
