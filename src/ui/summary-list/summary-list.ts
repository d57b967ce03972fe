import { type Child, type Html, html } from '../../platform/html/html.ts';

export interface SummaryRow {
  label: string;
  value: Child;
  /** Leads back to where the value is typed. `label` is read together with the row's own. */
  change?: { href: string; label: string };
}

/** What was typed or decided, as label and value. */
export const summaryList = (rows: readonly SummaryRow[]): Html =>
  html`<dl class="kern-description-list summary-list">${rows.map(
    ({ label, value, change }) =>
      html`<div class="kern-description-list-item"><dt class="kern-description-list-item__key">${label}</dt><dd class="kern-description-list-item__value"><div class="summary-list__value">${value}</div>${
        change &&
        html`<a class="kern-link summary-list__change" href="${change.href}">${change.label}<span class="kern-sr-only"> ${label}</span></a>`
      }</dd></div>`,
  )}</dl>`;
