import type { Visit } from '../../../modules/identity/index.ts';
import { type Html, html } from '../../../platform/html/html.ts';
import { to, routes as urls } from '../../../routes.ts';
import { icon, mark } from '../../../ui/index.ts';
import type { Texts } from '../texts/index.ts';

/** The name of the portal in the visitor's language; always there, in some language. */
export const nameOf = ({ portal, language }: Pick<Visit, 'portal' | 'language'>): string =>
  portal.name[language] ?? portal.name[portal.languages[0]] ?? portal.key;

/** Whose portal, which place, where to, who. The menu is a popover: it opens and closes without scripts. */
export function header(visit: Visit, t: Texts, place: { name: string } | undefined): Html {
  const { root, language } = visit;
  const link = (path: '/:lang' | '/:lang/services' | '/:lang/authorities' | '/:lang/status' | '/:lang/account') =>
    root + to(path, { lang: language });
  const items = [
    { href: link(urls.portal.services), label: t.layout.services },
    { href: link(urls.portal.authorities), label: t.layout.authorities },
    visit.session
      ? { href: link(urls.portal.account), label: t.layout.account }
      : { href: link(urls.portal.status), label: t.layout.status },
  ];
  return html`<div class="header"><div class="wrap header__row">
<a class="header__name" href="${link(urls.portal.home)}">${mark}<span>${nameOf(visit)}</span></a>
${placeLink(visit, t, place)}
<button class="header__menu" type="button" popovertarget="menu">${icon('menu')}<span>${t.layout.menu}</span></button>
<nav class="menu" id="menu" popover aria-label="${t.layout.navigation}"><ul>${items.map(
    ({ href, label }) =>
      html`<li><a href="${href}"${visit.path.startsWith(href) && html` aria-current="${visit.path === href ? 'page' : 'true'}"`}>${label}</a></li>`,
  )}${account(visit, t)}</ul></nav>
</div></div>`;
}

function placeLink(visit: Visit, t: Texts, place: { name: string } | undefined): Html {
  const href = visit.root + to(urls.portal.place, { lang: visit.language }, { back: hereOf(visit) });
  return place
    ? html`<p class="place">${icon('pin')}<span><span class="kern-sr-only">${t.layout.place}: </span>${place.name}<span class="place__change"> · <a href="${href}">${t.layout.change}</a></span></span></p>`
    : html`<p class="place place--none">${icon('pin')}<a href="${href}">${t.layout.choosePlace}</a></p>`;
}

function account(visit: Visit, t: Texts): Html {
  const { root, language, session } = visit;
  if (!session) {
    const href = root + to(urls.portal.signIn, { lang: language }, { back: hereOf(visit) });
    return html`<li><a class="menu__sign-in" rel="nofollow" href="${href}">${t.layout.signIn}</a></li>`;
  }
  return html`<li class="menu__person"><a href="${root + to(urls.portal.session, { lang: language })}">${icon('account')}${session.displayName}</a></li><li><a href="${root + to(urls.portal.signOut, { lang: language })}">${t.layout.signOut}</a></li>`;
}

/** This page, to come back to. */
function hereOf(visit: Visit): string {
  const query = new URLSearchParams(visit.query);
  query.delete('place');
  return query.size > 0 ? `${visit.path}?${query}` : visit.path;
}
