import type { Visit } from '../../../modules/identity/index.ts';
import { type Child, html } from '../../../platform/html/html.ts';
import { to, routes as urls } from '../../../routes.ts';
import type { Texts } from '../texts/index.ts';

/**
 * For who is signed in: that the session is about to end, and a button that keeps it. It shows itself by a script two
 * minutes before; without scripts the page of the session says when it ends, and forms keep what was typed.
 * @see WCAG 2.2, 2.2.1 Timing Adjustable
 */
export function sessionEnd(visit: Visit, t: Texts): Child {
  const { session, clock, root, language } = visit;
  if (!session?.idleEnd || !session.end) return undefined;
  const now = clock.now();
  const seconds = (at: Temporal.Instant) => Math.max(0, Math.floor(now.until(at).total('seconds')));
  const action = root + to(urls.portal.session, { lang: language });
  return html`<section class="session-end" data-idle-seconds="${seconds(session.idleEnd)}" data-last-seconds="${seconds(session.end)}" role="alert" hidden>
<p class="session-end__title">${t.layout.sessionEnds}</p><p>${t.layout.sessionKept}</p>
<form method="post" action="${action}"><button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">${t.layout.sessionStay}</span></button></form></section>`;
}
