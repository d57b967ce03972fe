import { type Child, type Html, html } from '../../platform/html/html.ts';

export interface Fact {
  label: string;
  value: Child;
}

/** What one wants to know first: label and answer, side by side; an answer that is a sentence has a row for itself. */
export function facts(rows: readonly Fact[]): Html {
  const short = rows.filter((row) => !isLong(row.value));
  const long = rows.filter((row) => isLong(row.value));
  return html`<dl class="facts">${short.map((row) => one(row, ''))}${long.map((row) => one(row, ' facts__fact--long'))}</dl>`;
}

const one = ({ label, value }: Fact, more: string): Html =>
  html`<div class="facts__fact${more}"><dt>${label}</dt><dd>${value}</dd></div>`;

const MOST_LETTERS = 45;
const isLong = (value: Child): boolean => html`${value}`.text.replace(/<[^>]*>/g, '').length > MOST_LETTERS;
