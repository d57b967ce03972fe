import { html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { submitButton } from '../../../ui/index.ts';
import type { Visit } from '../../identity/index.ts';
import { addressIn, draftIdOf } from './sheet.ts';
import { textsFor } from './texts/index.ts';

const MOST_SHOWN = 200;
const OURS = new Set(['revision', 'shown', 'go', 'from', 'add', 'remove']);

/**
 * Somebody sent a page and may not (any more) see the draft: the session has ended, or the cookie is gone. Nothing is
 * said of the draft, not even whether there is one (404 for everybody), but what was typed is shown again, and can be
 * saved once they have signed in.
 */
export function signedOutPage(visit: Visit): Answer {
  const t = textsFor(visit.language, visit.portal.country).signedOut;
  const address = addressIn(visit, draftIdOf(visit));
  const sent = Object.entries(visit.body as Record<string, unknown>)
    .flatMap(([name, value]) =>
      Array.isArray(value) ? value.map((one) => [name, one] as const) : [[name, value] as const],
    )
    .filter((pair): pair is [string, string] => typeof pair[1] === 'string')
    .slice(0, MOST_SHOWN);
  const typed = sent.filter(([name, value]) => !OURS.has(name) && value.trim() !== '');
  const main = html`<h1 class="kern-heading-large">${t.title}</h1>
<p class="kern-body kern-body--large">${t.text}</p>
<ol class="kern-body"><li>${t.first} <a class="kern-link" href="${address.signIn(address.draft())}" target="_blank" rel="noopener">${t.signIn}</a></li><li>${t.second}</li></ol>
<form method="post" action="${visit.path}">${sent.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${submitButton({ label: t.save })}</form>
${typed.length > 0 && html`<section aria-labelledby="typed"><h2 class="kern-heading-small" id="typed">${t.typed}</h2><ul class="kern-body">${typed.map(([, value]) => html`<li>${value}</li>`)}</ul></section>`}`;
  return page(t.title, main, { status: 404, shape: 'reading' });
}
