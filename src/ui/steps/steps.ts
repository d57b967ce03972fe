import { type Child, type Html, html } from '../../platform/html/html.ts';

export interface Step {
  title: string;
  text?: Child;
  /** `now` is where things stand. */
  state?: 'done' | 'now' | 'ahead';
}

/** The way that something goes, as numbered steps. */
export const steps = (items: readonly Step[]): Html =>
  html`<ol class="steps">${items.map(
    ({ title, text, state }) =>
      html`<li class="steps__step${state && html` steps__step--${state}`}"${state === 'now' && html` aria-current="step"`}><b class="steps__title">${title}</b>${
        text !== undefined && text !== '' && html`<span class="steps__text">${text}</span>`
      }</li>`,
  )}</ol>`;
