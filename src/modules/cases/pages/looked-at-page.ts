import { html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import type { Look } from '../../audit/index.ts';
import { STAFF_ROLES, type Visit } from '../../identity/index.ts';
import type { CaseRecord } from '../case-record.ts';
import type { Surroundings } from '../surroundings.ts';
import { textsFor } from './texts/index.ts';
import { momentOf } from './when.ts';

/** Who looked at what, and when: the office and the role, not the name, as the law gives it to the person concerned. */
export function lookedAtPage(
  visit: Visit,
  surroundings: Surroundings,
  { entries, cases }: { entries: readonly Look[]; cases: readonly CaseRecord[] },
): Answer {
  const t = textsFor(visit.language, visit.portal.country).looks;
  const numbers = new Map(cases.map(({ id, number }) => [id, number]));
  const asked = visit.query.case;
  const shown = entries.filter(
    ({ actor_kind, subject_id }) =>
      (actor_kind === 'staff' || actor_kind === 'job') && (asked === undefined || subject_id === asked),
  );
  const rows = shown.map((look) => {
    const number = look.subject_id && numbers.get(look.subject_id);
    const href =
      number && visit.root + to(urls.portal.accountCase, { lang: visit.language, case: look.subject_id ?? '' });
    return html`<tr><td>${momentOf(visit, look.at)}</td>
<td>${whoLooked(visit, surroundings, look)}</td>
<td>${(t.acts as Record<string, string>)[look.act] ?? t.otherAct}</td>
<td>${href && html`<a class="kern-link" href="${href}">${number}</a>`}</td></tr>`;
  });
  const main = html`<h1 class="kern-heading-large">${t.title}</h1><p class="kern-body kern-body--large">${t.intro}</p>
${
  rows.length === 0
    ? html`<p class="kern-body">${t.none}</p>`
    : html`<div class="table-frame" tabindex="0" role="region" aria-label="${t.title}"><table class="ledger"><thead><tr>${[
        t.when,
        t.who,
        t.what,
        t.case,
      ].map((label) => html`<th scope="col">${label}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`
}`;
  return page(t.title, main);
}

function whoLooked(visit: Visit, surroundings: Surroundings, look: Look): string {
  const t = textsFor(visit.language, visit.portal.country).looks;
  const office = (look.authority_id && surroundings.authority(look.authority_id)?.name) ?? '';
  const role = STAFF_ROLES.find((each) => each === look.details?.role);
  const seat = look.actor_kind === 'job' ? t.machine : role ? t.roles[role] : t.staff;
  return office ? `${office}, ${seat}` : seat;
}
