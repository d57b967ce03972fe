import { type Html, html } from '../../platform/html/html.ts';
import { icon } from '../icon/icon.ts';

/** Back and on in a list that is read by keys: there are no page numbers. Nothing where there is nothing. */
export function pagination(of: {
  previous?: string;
  next?: string;
  labels: { previous: string; next: string; name?: string };
}): Html {
  if (!of.previous && !of.next) return html``;
  return html`<nav class="pagination" aria-label="${of.labels.name ?? `${of.labels.previous}, ${of.labels.next}`}">${
    of.previous &&
    html`<a class="pagination__link" rel="prev" href="${of.previous}">${icon('arrow-left')}${of.labels.previous}</a>`
  }${
    of.next &&
    html`<a class="pagination__link pagination__link--next" rel="next" href="${of.next}">${of.labels.next}${icon('arrow-right')}</a>`
  }</nav>`;
}
