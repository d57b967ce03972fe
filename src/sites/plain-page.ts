import type { Portal } from '../modules/territory/index.ts';
import { type Html, html } from '../platform/html/html.ts';
import type { HallFailure } from '../platform/http/failure.ts';
import { type Language, localeOf } from '../platform/i18n/language.ts';
import { to, routes as urls } from '../routes.ts';
import { cardGrid, mark } from '../ui/index.ts';
import type { Assets } from './assets/assets.ts';
import { documentOf } from './document.ts';
import { kindOfFailure } from './failures/kind-of-failure.ts';
import { LANGUAGE_NAMES, textsFor } from './portal/texts/index.ts';

/** A page that belongs to no portal. */
function plainPage(assets: Assets, language: Language, title: string, main: Html): string {
  const t = textsFor(language, 'de');
  const body = html`<a class="skip" href="#main">${t.layout.skip}</a>
<header class="header"><div class="wrap header__row"><a class="header__name" href="/">${mark}<span>Schalterhalle</span></a></div></header>
<main class="main" id="main" tabindex="-1"><div class="wrap column">${main}</div></main>
<footer class="footer"><div class="wrap"><p class="footer__licence">Schalterhalle · ${t.layout.free}</p></div></footer>`;
  const locale = localeOf(language, 'de');
  return documentOf(assets, { locale, title: `${title} – Schalterhalle`, site: 'portal', portal: undefined, body });
}

export interface ListedPortal {
  portal: Portal;
  /** Where it begins: `/gl`, or its own host. */
  address: string;
}

/** The portals of this installation, each in its own first language; the way in for staff. */
export function portalsPage(
  assets: Assets,
  language: Language,
  listed: readonly ListedPortal[],
  ways: { outbox?: string },
): string {
  const t = textsFor(language, 'de').portals;
  const main = html`<h1 class="kern-heading-large">${t.title}</h1>
<p class="lead">${t.text}</p>
${cardGrid(
  listed.map(({ portal, address }) => {
    const first = portal.languages[0];
    return {
      href: `${address}/`,
      title: portal.name[first] ?? portal.key,
      lang: first,
      text: html`${portal.languages.map((each, index) => html`${index > 0 && ' · '}<span lang="${each}">${LANGUAGE_NAMES[each]}</span>`)}`,
      icon: 'authority' as const,
    };
  }),
)}
<h2 class="kern-heading-medium">${t.staff}</h2>
<ul class="plain-list">${listed.map(
    ({ portal, address }) =>
      html`<li><a lang="${portal.languages[0]}" href="${address}${to(urls.workbench.inbox, { lang: portal.languages[0] })}">${portal.name[portal.languages[0]] ?? portal.key}</a></li>`,
  )}</ul>
${ways.outbox && html`<p><a href="${ways.outbox}">${t.outbox}</a></p>`}`;
  return plainPage(assets, language, t.title, main);
}

/** A failure outside all portals. */
export function plainFailurePage(assets: Assets, language: Language, failure: HallFailure): string {
  const t = textsFor(language, 'de').failures;
  const told = t[kindOfFailure(failure)];
  const main = html`<h1 class="kern-heading-large">${told.title}</h1>
<p class="lead">${told.what}</p>
<p><a href="/">${t.toHome}</a></p>
<p class="small">${t.code(failure.code)}</p>`;
  return plainPage(assets, language, told.title, main);
}
