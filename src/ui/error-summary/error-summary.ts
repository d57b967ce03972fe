import { type Html, html } from '../../platform/html/html.ts';
import { icon } from '../icon/icon.ts';

/** First on a page that was sent with faults: what is missing, each with a link to its field. */
export const errorSummary = (of: { title: string; errors: readonly { href: string; text: string }[] }): Html =>
  html`<div class="kern-alert kern-alert--danger error-summary" role="alert" tabindex="-1" data-focus>
<div class="kern-alert__header">${icon('warning')}<h2 class="kern-title">${of.title}</h2></div>
<div class="kern-alert__body"><ul class="error-summary__list">${of.errors.map(
    ({ href, text }) => html`<li><a class="kern-link" href="${href}">${text}</a></li>`,
  )}</ul></div></div>`;
