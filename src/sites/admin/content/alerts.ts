import type { Visit } from '../../../modules/identity/index.ts';
import { type Child, type Html, html } from '../../../platform/html/html.ts';
import { alertBox } from '../../../ui/index.ts';
import type { Texts } from '../texts/index.ts';

/** After a redirect: what was done. */
export function doneAlert({ query }: Visit, t: Texts): Html | undefined {
  if (query.done === 'saved') return alertBox({ kind: 'success', title: t.saved });
  return query.done === 'nothing' ? alertBox({ kind: 'info', title: t.nothingChanged }) : undefined;
}

/** Somebody else was quicker: what holds now, beside what was typed and is still in the fields. */
export const overtakenAlert = (t: Texts, now: Child): Html =>
  alertBox({
    kind: 'warning',
    title: t.overtaken.title,
    body: html`<p class="kern-body">${t.overtaken.text}</p><p class="kern-body"><b>${t.overtaken.now}</b></p>${now}`,
  });
