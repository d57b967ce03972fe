import { html } from '../../../platform/html/html.ts';
import { type Answer, page } from '../../../platform/http/answer.ts';
import { spellMoment } from '../../../platform/i18n/spell.ts';
import type { Session, Visit } from '../visit.ts';
import { textsFor } from './texts/index.ts';

/** Who is signed in, how surely, and how long still; the button keeps the session from falling idle. */
export function sessionPage(visit: Visit, session: Session, back: string, signOut: string): Answer {
  const t = textsFor(visit.language, visit.portal.country);
  const now = visit.clock.now();
  const time = (at: Temporal.Instant) =>
    spellMoment(at.toZonedDateTimeISO(visit.portal.timeZone), visit.locale, { hour: '2-digit', minute: '2-digit' });
  const { idleEnd = now, end = now } = session;
  const minutes = Math.max(1, Math.round(now.until(idleEnd).total('minutes')));
  const main = html`<h1 class="kern-heading-large">${t.session.title}</h1>
<p class="kern-body kern-body--large">${t.session.signedInAs(session.displayName)}</p>
<p class="kern-body">${t.session.levels[session.level]}</p>
<p class="kern-body" role="status">${t.session.idle(time(idleEnd), minutes)}</p>
<p class="kern-body">${t.session.end(time(end))}</p>
<form method="post" action="${visit.path}"><input type="hidden" name="back" value="${back}">
<button class="kern-btn kern-btn--primary"><span class="kern-label">${t.session.extend}</span></button></form>
<p><a class="kern-link" href="${signOut}">${t.signOut.act}</a></p>`;
  return page(t.session.title, main);
}

/** Asked by a link: the question with a button. Without a session: that one is signed out. */
export function signOutPage(visit: Visit, start: string): Answer {
  const t = textsFor(visit.language, visit.portal.country);
  const startLink = (text: string) => html`<p><a class="kern-link" href="${start}">${text}</a></p>`;
  if (!visit.session)
    return page(
      t.signOut.doneTitle,
      html`<h1 class="kern-heading-large">${t.signOut.doneTitle}</h1>
<p class="kern-body kern-body--large">${t.signOut.done}</p>${startLink(t.signOut.toStart)}`,
    );
  return page(
    t.signOut.title,
    html`<h1 class="kern-heading-large">${t.signOut.question}</h1>
<p class="kern-body kern-body--large">${t.session.signedInAs(visit.session.displayName)}</p>
<form method="post" action="${visit.path}"><button class="kern-btn kern-btn--primary"><span class="kern-label">${t.signOut.act}</span></button></form>
${startLink(t.signOut.stay)}`,
  );
}
