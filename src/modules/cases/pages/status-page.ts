import { html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import { fieldTextsFor, textField } from '../../../ui/fields/index.ts';
import { errorSummary, submitButton } from '../../../ui/index.ts';
import type { Visit } from '../../identity/index.ts';
import { textsFor } from './texts/index.ts';

/** Asks for number and code. Whether a number exists is never said: an unknown one and a wrong code look the same. */
export function statusPage(visit: Visit, typed: { number?: string; code?: string; isUnknown?: boolean }): Answer {
  const t = textsFor(visit.language, visit.portal.country).status;
  const fields = fieldTextsFor(visit.language);
  const action = visit.root + to(urls.portal.status, { lang: visit.language });
  const account = visit.root + to(urls.portal.account, { lang: visit.language });
  const main = html`<h1 class="kern-heading-large">${t.title}</h1>
${typed.isUnknown && errorSummary({ title: t.unknownTitle, errors: [{ href: '#number', text: t.unknown }] })}
<p class="kern-body kern-body--large">${t.intro}</p>
<form method="post" action="${action}" novalidate>
${textField({ id: 'number', name: 'number', label: t.number, hint: t.numberHint, value: typed.number, width: 20, spellcheck: false, autocomplete: 'off', error: typed.isUnknown ? t.unknown : undefined }, fields)}
${textField({ id: 'code', name: 'code', label: t.code, hint: t.codeHint, value: typed.code, width: 10, spellcheck: false, autocomplete: 'off' }, fields)}
<p class="buttons">${submitButton({ label: t.open })}</p></form>
<p class="kern-body">${t.other} <a class="kern-link" href="${account}">${t.toAccount}</a></p>`;
  return page(t.title, main, { shape: 'reading', ...(typed.isUnknown && { status: 422 }) });
}
