import type { Visit } from '../../../modules/identity/index.ts';
import { type Html, html } from '../../../platform/html/html.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import { to, routes as urls } from '../../../routes.ts';
import { LANGUAGE_NAMES, type Texts } from '../texts/index.ts';

/** The same page in each language of the portal, each link in its own language. */
export function languageLinks(visit: Visit, t: Texts): Html {
  if (visit.portal.languages.length < 2) return html``;
  return html`<nav class="languages" aria-label="${t.layout.languages}"><ul>${visit.portal.languages.map((language) =>
    language === visit.language
      ? html`<li><span aria-current="true">${LANGUAGE_NAMES[language]}</span></li>`
      : html`<li><a lang="${language}" hreflang="${language}" href="${pathIn(visit, language)}">${LANGUAGE_NAMES[language]}</a></li>`,
  )}</ul></nav>`;
}

/** This page's address in `language`; the home page where the address names none. */
function pathIn(visit: Visit, language: Language): string {
  const segments = visit.path.slice(visit.root.length).split('/');
  const at = segments.indexOf(visit.language);
  if (visit.params.lang !== visit.language || at < 1 || at > 2)
    return visit.root + to(urls.portal.home, { lang: language });
  segments[at] = language;
  const query = new URLSearchParams(visit.query).toString();
  return `${visit.root}${segments.join('/')}${query && `?${query}`}`;
}
