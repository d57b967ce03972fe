import { type Child, type Html, html } from '../../platform/html/html.ts';
import { type IconName, icon } from '../icon/icon.ts';

export type AlertKind = 'info' | 'success' | 'warning' | 'danger';

const ICONS: Record<AlertKind, IconName> = { info: 'info', success: 'check', warning: 'warning', danger: 'warning' };

/** Something that must be seen before going on. `warning` is for time or money that may be lost, `danger` for faults. */
export const alertBox = (of: { kind: AlertKind; title: string; body?: Child }): Html =>
  html`<div class="kern-alert kern-alert--${of.kind}" role="${of.kind === 'danger' ? 'alert' : 'status'}">
<div class="kern-alert__header">${icon(ICONS[of.kind])}<span class="kern-title">${of.title}</span></div>
${of.body !== undefined && of.body !== '' && html`<div class="kern-alert__body">${typeof of.body === 'string' ? html`<p class="kern-body">${of.body}</p>` : of.body}</div>`}</div>`;
