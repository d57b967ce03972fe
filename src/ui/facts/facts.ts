import { type Child, type Html, html } from '../../platform/html/html.ts';

/** What one wants to know first, side by side: label and answer. */
export const facts = (rows: readonly { label: string; value: Child }[]): Html =>
  html`<dl class="facts">${rows.map(({ label, value }) => html`<div class="facts__fact"><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
