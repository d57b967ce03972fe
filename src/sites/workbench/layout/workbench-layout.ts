import { may, type Visit } from '../../../modules/identity/index.ts';
import { type Html, html } from '../../../platform/html/html.ts';
import type { Answer } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import { icon, mark } from '../../../ui/index.ts';
import type { Assets } from '../../assets/assets.ts';
import { documentOf } from '../../document.ts';
import type { Notice } from '../../notice/notice.ts';
import { noticeBars } from '../../notice/notice-bars.ts';
import { textsFor as textsOfPortal } from '../../portal/texts/index.ts';
import { textsFor } from '../texts/index.ts';
import { staffFooter } from './staff-footer.ts';

export interface WorkbenchLayoutWiring {
  assets: Assets;
  /** What the authority is called for which somebody works. */
  authorityName(authorityId: string): string | undefined;
  noticesFor(portal: string): readonly Notice[];
}

type Page = Extract<Answer, { kind: 'page' }>;

/** What stands around every page of staff: one quiet line, then the work. */
export function workbenchLayout(wiring: WorkbenchLayoutWiring, visit: Visit, page: Page): string {
  const t = textsFor(visit.language, visit.portal.country).layout;
  const main = page.shape === 'wide' ? page.main : html`<div class="desk">${page.main}</div>`;
  const portal = textsOfPortal(visit.language, visit.portal.country);
  const body = html`<a class="skip" href="#main">${t.skip}</a>
${bar(wiring, visit)}
${noticeBars(wiring.noticesFor(visit.portal.key), visit.language, portal)}
<main class="workbench" id="main" tabindex="-1">${main}</main>
${staffFooter(visit, portal)}${visit.session?.staff && keysHelp(visit)}`;
  return documentOf(wiring.assets, {
    locale: visit.locale,
    title: `${page.title} – ${t.name}`,
    site: 'workbench',
    portal: visit.portal,
    head: page.head,
    body,
  });
}

function bar(wiring: WorkbenchLayoutWiring, visit: Visit): Html {
  const t = textsFor(visit.language, visit.portal.country).layout;
  const { session, root, language: lang } = visit;
  const staff = session?.staff;
  const inbox = to(urls.workbench.inbox, { lang });
  const authority = staff && wiring.authorityName(staff.authorityId);
  const links: [href: string, label: string][] = [
    ...(may(session, 'case.list', 'authority') ? [[inbox, t.inbox] as [string, string]] : []),
    ...(may(session, 'content.read', 'authority')
      ? [[to(urls.admin.home, { lang }), t.content] as [string, string]]
      : []),
    ...(may(session, 'operation.read', 'authority')
      ? [[to(urls.admin.operator, { lang }), t.operation] as [string, string]]
      : []),
    [to(urls.portal.home, { lang }), t.toPortal],
  ];
  return html`<header class="desk-bar"><a class="desk-bar__name" href="${root}${inbox}">${mark}<span>${authority ?? t.name}</span></a>
<nav class="desk-bar__links" aria-label="${t.navigation}"><ul>${links.map(
    ([href, label]) =>
      html`<li><a href="${root}${href}"${href === inbox && html` data-key="u"`}${visit.path === root + href && html` aria-current="page"`}>${label}</a></li>`,
  )}</ul></nav>
${session && html`<p class="desk-bar__person">${icon('account')}<span>${session.displayName}${staff && `, ${t.roles[staff.role]}`}</span> <a href="${root}${to(urls.workbench.signOut, { lang })}">${t.signOut}</a></p>`}
${staff && html`<button class="desk-bar__keys" type="button" popovertarget="keys"><kbd>?</kbd> ${t.keys}</button>`}</header>`;
}

function keysHelp(visit: Visit): Html {
  const t = textsFor(visit.language, visit.portal.country).keys;
  return html`<div class="keys" id="keys" popover><h2 class="bench__heading">${t.title}</h2><dl class="keys__list">${t.list.map(
    ([keys, says]) =>
      html`<div><dt>${keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${says}</dd></div>`,
  )}</dl><button type="button" popovertarget="keys" popovertargetaction="hide">${t.close}</button></div>`;
}
