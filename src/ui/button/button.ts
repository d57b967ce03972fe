import { type Html, html } from '../../platform/html/html.ts';
import { type IconName, icon } from '../icon/icon.ts';

/** `primary` is the one next thing to do on a page. */
export type ButtonLook = 'primary' | 'secondary' | 'tertiary';

/** A link that looks like a button: it leads somewhere, it does not send anything. */
export const buttonLink = (of: { href: string; label: string; look?: ButtonLook; icon?: IconName }): Html =>
  html`<a class="kern-btn kern-btn--${of.look ?? 'primary'}" href="${of.href}"><span class="kern-label">${of.label}</span>${of.icon && icon(of.icon)}</a>`;

/** The button that sends the form around it. */
export const submitButton = (of: { label: string; look?: ButtonLook; name?: string; value?: string }): Html =>
  html`<button class="kern-btn kern-btn--${of.look ?? 'primary'}" type="submit"${
    of.name && html` name="${of.name}" value="${of.value ?? ''}"`
  }><span class="kern-label">${of.label}</span></button>`;

/** The button that prints the page; it shows itself only where scripts run. */
export const printButton = (of: { label: string }): Html =>
  html`<button class="kern-btn kern-btn--tertiary" type="button" data-print hidden><span class="kern-label">${of.label}</span></button>`;
