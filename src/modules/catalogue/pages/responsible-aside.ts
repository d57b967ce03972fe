import { type Child, type Html, html } from '../../../platform/html/html.ts';
import { to, routes as urls } from '../../../routes.ts';
import { type Authority, nameIn } from '../../territory/index.ts';
import type { ServiceAt } from '../service-at.ts';
import type { Desk } from './desk.ts';
import { officeCard } from './office-card.ts';
import { spellWays } from './spell.ts';

/** Who answers, with what one needs to go there; and that one may. */
export function responsibleAside(desk: Desk, at: ServiceAt): Html {
  const { t, arrangements } = desk;
  const { competence } = at;
  const ways = at.isOnline ? spellWays(t, at.channels) : '';
  return html`<aside class="service__aside" aria-labelledby="responsible"><h2 class="kern-heading-small" id="responsible">${t.service.responsible}</h2>
${who(desk, at)}
${at.office && officeCard(desk, at.office, arrangements.get(at.authority?.key ?? '')?.contactPage)}
${competence?.kind === 'responsible' && !competence.office && html`<p>${t.office.none}</p>`}
${at.service.isLevelOpen && html`<p>${t.service.openLevel}</p>`}
${ways !== '' && html`<h3 class="kern-heading-small">${t.service.inPerson}</h3><p>${t.service.inPersonText(ways)}</p>`}
</aside>`;
}

function who(desk: Desk, { competence, service }: ServiceAt): Child {
  const { visit, t } = desk;
  const link = (authority: Authority) =>
    html`<a href="${visit.root + to(urls.portal.authority, { lang: visit.language, authority: authority.key })}">${nameIn(authority, visit.language)}</a>`;
  if (!competence) return html`<p>${levelName(desk, service)}. ${t.service.responsibleAsk}.</p>`;
  if (competence.kind === 'not-offered') return html`<p>${link(competence.instead)}</p>`;
  const { authority, delegatedBy } = competence;
  return html`<p><b>${link(authority)}</b>${delegatedBy && html`<br>${t.service.delegated(nameIn(delegatedBy, visit.language))}`}</p>`;
}

/** «Gemeinde», «Land oder Kommune». */
export function levelName({ t, visit }: Desk, { level, isLevelOpen }: ServiceAt['service']): string {
  if (isLevelOpen) return t.level.open;
  const name = t.level[level];
  return typeof name === 'string' ? name : name[visit.portal.country];
}
