import { type Html, html } from '../../../platform/html/html.ts';
import { to, routes as urls } from '../../../routes.ts';
import { submitButton } from '../../../ui/index.ts';
import type { Visit } from '../../identity/index.ts';
import { textsFor } from './texts/index.ts';

/** Where the browser asks for suggestions while somebody types: the value of `data-suggest`. */
export const suggestAddress = ({ portal, language }: Pick<Visit, 'portal' | 'language'>, place?: string): string =>
  to(urls.api.search, {}, { portal: portal.key, lang: language, place });

/** One field; a place in the address goes along. */
export function searchForm(visit: Visit, typed = '', place = visit.query.place): Html {
  const t = textsFor(visit.language, visit.portal.country).search;
  const hint = visit.portal.country === 'de' ? t.hintDe : t.hint;
  return html`<form class="search" role="search" method="get" action="${visit.root + to(urls.portal.search, { lang: visit.language })}">
<div class="kern-form-input"><label class="kern-label" for="q">${t.label}</label>
<div class="kern-hint" id="q-hint">${hint}</div>
<div class="search__row"><input class="kern-form-input__input" id="q" name="q" type="search" value="${typed}" maxlength="200" autocomplete="off" autocapitalize="none" enterkeyhint="search" aria-describedby="q-hint" data-suggest="${suggestAddress(visit, place)}" data-suggest-label="${t.suggestions}">
${place && html`<input type="hidden" name="place" value="${place}">`}${submitButton({ label: t.act })}</div></div></form>`;
}
