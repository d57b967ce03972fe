import { type Html, html } from '../../../platform/html/html.ts';
import { to, routes as urls } from '../../../routes.ts';
import { submitButton } from '../../../ui/index.ts';
import { type Desk, hereOf } from './desk.ts';

/** The place for which a page holds, to be changed; or the question for it, where it matters. */
export function placeLine(desk: Desk, matters: boolean): Html | undefined {
  const { visit, t, municipality } = desk;
  const action = visit.root + to(urls.portal.place, { lang: visit.language });
  const back = hereOf(desk);
  if (municipality)
    return html`<p class="place-line">${t.place.label}: <b>${municipality.name}</b> · <a href="${visit.root + to(urls.portal.place, { lang: visit.language }, { back })}">${t.place.change}</a></p>`;
  if (!matters) return undefined;
  return html`<form class="place-ask" method="post" action="${action}"><input type="hidden" name="back" value="${back}">
<div class="kern-form-input"><label class="kern-label" for="place-q">${t.place.choose}</label><div class="kern-hint" id="place-why">${t.place.why}</div>
<div class="search__row"><input class="kern-form-input__input" id="place-q" name="q" type="text" autocomplete="postal-code" maxlength="80" aria-describedby="place-why">${submitButton({ label: t.place.show, look: 'secondary' })}</div></div></form>`;
}
