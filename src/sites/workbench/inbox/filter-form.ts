import { type InboxQuestion, SORTS, type Surroundings } from '../../../modules/cases/index.ts';
import type { Visit } from '../../../modules/identity/index.ts';
import { flag, type Html, html } from '../../../platform/html/html.ts';
import { textsFor } from '../texts/index.ts';
import { addressOf, queryOf } from './question.ts';

/** Words, service and order, in one line. */
export function filterForm(visit: Visit, surroundings: Surroundings, question: InboxQuestion): Html {
  const t = textsFor(visit.language, visit.portal.country).inbox;
  const services = surroundings.onlineServices(visit.portal.key, visit.language);
  const isFiltered = question.words !== undefined || question.service !== undefined;
  return html`<form class="filter" method="get" action="${visit.path}" role="search"><input type="hidden" name="scope" value="${question.scope}">
<p class="filter__field filter__field--words"><label for="words">${t.words}</label><input id="words" name="words" type="search" value="${question.words ?? ''}" placeholder="${t.wordsHint}" autocomplete="off" spellcheck="false" data-search></p>
<p class="filter__field"><label for="service">${t.service}</label><select id="service" name="service"><option value="">${t.allServices}</option>${services.map(
    ({ key, title }) => html`<option value="${key}"${flag('selected', key === question.service)}>${title}</option>`,
  )}</select></p>
<p class="filter__field"><label for="sort">${t.sort}</label><select id="sort" name="sort">${SORTS.map(
    (sort) => html`<option value="${sort}"${flag('selected', sort === question.sort)}>${t.sorts[sort]}</option>`,
  )}</select></p>
<p class="filter__field"><button class="filter__send" type="submit">${t.filter}</button></p>
${isFiltered && html`<p class="filter__field"><a href="${addressOf(visit, queryOf({ scope: question.scope }))}">${t.reset}</a></p>`}</form>`;
}
