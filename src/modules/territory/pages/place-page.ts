import { type Html, html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { errorSummary } from '../../../ui/index.ts';
import type { Municipality } from '../authority.ts';
import type { PlaceAnswer, PlaceCandidate } from '../places/look-up.ts';
import type { PlaceVisit } from './place-visit.ts';
import { type Texts, textsFor } from './texts/index.ts';

/** What the page shows: nothing asked yet, or what came of what was typed. */
export interface PlaceShown {
  chosen: Municipality | undefined;
  typed?: string;
  answer?: PlaceAnswer;
  back: string;
  example: string;
}

/** The question for the place: one field; where it is not clear, the candidates as buttons. */
export function placePage(visit: PlaceVisit, shown: PlaceShown): Answer {
  const t = textsFor(visit.language, visit.portal.country);
  const { typed, answer } = shown;
  const fault = typed === undefined ? undefined : faultOf(t, typed, answer);
  const main = html`<h1 class="kern-heading-large">${answer?.kind === 'ambiguous' ? t.which : t.title}</h1>
${fault && errorSummary({ title: t.problem, errors: [{ href: '#place', text: fault }] })}
${candidatesOf(visit, t, shown)}
${!answer && html`<p class="kern-body kern-body--large">${t.intro}</p>`}
${shown.chosen && !answer && html`<p class="kern-body">${t.chosen(shown.chosen.name)}</p>`}
${askForm(visit, t, shown, fault)}
<p class="kern-body kern-body--muted">${t.why}</p>
${shown.chosen && forgetForm(visit, t, shown)}`;
  return page(t.title, main, { status: fault ? 422 : 200 });
}

function faultOf(t: Texts, typed: string, answer: PlaceAnswer | undefined): string | undefined {
  if (typed.trim() === '') return t.empty;
  return answer?.kind === 'unknown' ? `${t.unknown(typed)} ${t.unknownHelp}` : undefined;
}

function askForm(visit: PlaceVisit, t: Texts, shown: PlaceShown, fault: string | undefined): Html {
  const described = fault ? 'place-hint place-error' : 'place-hint';
  return html`<form method="post" action="${visit.path}" class="place-form" novalidate>
<input type="hidden" name="back" value="${shown.back}">
<div class="kern-form-input${fault && ' kern-form-input--error'}">
<label class="kern-label" for="place">${t.label}</label>
<div class="kern-hint" id="place-hint">${t.hint(shown.example)}</div>
<input class="kern-form-input__input" id="place" name="q" type="text" value="${shown.typed ?? ''}" autocomplete="postal-code" maxlength="80" aria-describedby="${described}"${fault && html` aria-invalid="true"`}>
${fault && html`<p class="kern-error" id="place-error"><span class="kern-body">${fault}</span></p>`}
</div>
<button class="kern-btn kern-btn--primary"><span class="kern-label">${t.act}</span></button>
</form>`;
}

function candidatesOf(visit: PlaceVisit, t: Texts, { answer, typed, back }: PlaceShown): Html | undefined {
  if (!answer || answer.kind === 'found') return undefined;
  const candidates = answer.kind === 'ambiguous' ? answer.candidates : answer.nearest;
  if (candidates.length === 0) return undefined;
  return html`<section aria-labelledby="candidates">
${answer.kind === 'ambiguous' ? html`<p class="kern-body" id="candidates">${t.several(typed ?? '')}</p>` : html`<h2 class="kern-heading-small" id="candidates">${t.nearest}</h2>`}
<form method="post" action="${visit.path}"><input type="hidden" name="back" value="${back}">
<ul class="place-candidates">${candidates.map((candidate) => candidateItem(t, candidate))}</ul></form></section>`;
}

function candidateItem(t: Texts, { municipality, place, postcode, district, region }: PlaceCandidate): Html {
  const name = [postcode, municipality.name].filter(Boolean).join(' ');
  const where = [municipality.designation, district, region].filter(Boolean).join(' · ');
  return html`<li><button class="place-candidate" name="place" value="${municipality.key}" aria-label="${t.choose(`${name}, ${where}`)}">
<span class="place-candidate__name">${name}</span>
${place && html`<span class="place-candidate__place">${t.belongsTo(place, municipality.name)}</span>`}
<span class="place-candidate__where">${where}</span></button></li>`;
}

const forgetForm = (visit: PlaceVisit, t: Texts, { back }: PlaceShown): Html =>
  html`<form method="post" action="${visit.path}"><input type="hidden" name="back" value="${back}"><input type="hidden" name="place" value="">
<button class="kern-btn kern-btn--tertiary"><span class="kern-label">${t.forget}</span></button></form>`;
