import { html } from '../../../platform/html/html.ts';
import { type Answer, page, type SetCookie } from '../../../platform/http/answer.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import type { Refused } from '../providers/identity-provider.ts';
import type { Visit } from '../visit.ts';
import { textsFor } from './texts/index.ts';

export type RefusalReason = Refused['reason'] | 'stale' | 'away';

/**
 * What the person sees when a sign-in did not come about: what happened and what to do, the same for everybody with
 * the same outcome; never whether an account exists.
 */
export function refusalPage(
  visit: Visit,
  reason: RefusalReason,
  ask: { language: Language; again: string; cookies?: readonly SetCookie[] },
): Answer {
  const t = textsFor(ask.language, visit.portal.country);
  const title = reason === 'away' ? t.refused.awayTitle : t.refused.title;
  const main = html`<h1 class="kern-heading-large">${title}</h1>
<p class="kern-body kern-body--large">${t.refused[reason]}</p>
<p><a class="kern-btn kern-btn--primary" href="${ask.again}"><span class="kern-label">${t.refused.again}</span></a></p>
<p class="kern-body">${t.refused.otherWays}</p>`;
  return page(title, main, { status: statusOf(reason), ...(ask.cookies && { cookies: ask.cookies }) });
}

function statusOf(reason: RefusalReason): number {
  if (reason === 'away') return 503;
  if (reason === 'cancelled') return 200;
  return reason === 'stale' || reason === 'wrong-answer' ? 400 : 403;
}
