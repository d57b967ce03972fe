import type { Visit } from '../../../modules/identity/index.ts';
import { type Html, html } from '../../../platform/html/html.ts';
import { to, routes as urls } from '../../../routes.ts';
import type { Texts } from '../texts/index.ts';
import { nameOf } from './header.ts';
import { pageName } from './page-name.ts';

/** On every page: was it what you needed? Two buttons that work without scripts; more can be said on the next page. */
export function feedbackLine(visit: Visit, t: Texts): Html {
  const action = visit.root + to(urls.portal.feedback, { lang: visit.language });
  return html`<form class="feedback-line" method="post" action="${action}" aria-labelledby="feedback-question"><div class="wrap feedback-line__row">
<p id="feedback-question">${t.feedback.question}</p>
<input type="hidden" name="page" value="${pageName(visit)}">
<div class="feedback-line__answers" role="group" aria-labelledby="feedback-question"><button name="found" value="yes">${t.feedback.yes}</button><button name="found" value="no">${t.feedback.no}</button></div>
</div></form>`;
}

export function footer(visit: Visit, t: Texts): Html {
  const { root, language } = visit;
  const home = root + to(urls.portal.home, { lang: language });
  const links: [string, string][] = [
    [t.layout.accessibility, urls.portal.accessibility],
    [t.layout.barrier, urls.portal.feedback],
    [t.layout.contact, urls.portal.contact],
    [t.layout.verify, urls.portal.verify],
    [t.layout.privacy, urls.portal.privacy],
    [t.layout.imprint, urls.portal.imprint],
  ];
  return html`<footer class="footer"><div class="wrap">
<p class="footer__name"><a href="${home}">${nameOf(visit)}</a></p>
<nav aria-label="${t.layout.about}"><ul class="footer__links">${links.map(
    ([label, path]) => html`<li><a href="${root}${path.replace(':lang', language)}">${label}</a></li>`,
  )}</ul></nav>
<p class="footer__licence">Schalterhalle · ${t.layout.free}</p>
</div></footer>`;
}
