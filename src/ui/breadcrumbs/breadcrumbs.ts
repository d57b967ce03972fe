import { type Html, html } from '../../platform/html/html.ts';

/** Where the page stands. The last one is the page itself, without `href`. `name` tells screen readers what this is. */
export function breadcrumbs(trail: readonly { href?: string; label: string }[], name?: string): Html {
  const list = html`<ol class="breadcrumbs">${trail.map(({ href, label }) =>
    href ? html`<li><a href="${href}">${label}</a></li>` : html`<li><span aria-current="page">${label}</span></li>`,
  )}</ol>`;
  return name ? html`<nav aria-label="${name}">${list}</nav>` : list;
}
