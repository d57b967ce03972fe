import { type Child, type Html, html } from '../../platform/html/html.ts';

export interface Moment {
  /** When, in words: `heute 16:00`. */
  at: string;
  title: string;
  text?: Child;
  state?: 'done' | 'now' | 'ahead';
}

/** What happened to something and what is to come, in order of time. */
export const timeline = (moments: readonly Moment[]): Html =>
  html`<ol class="timeline">${moments.map(
    ({ at, title, text, state }) =>
      html`<li class="timeline__moment timeline__moment--${state ?? 'done'}"${state === 'now' && html` aria-current="step"`}><span class="timeline__at">${at}</span> <b class="timeline__title">${title}</b>${
        text !== undefined && text !== '' && html`<span class="timeline__text">${text}</span>`
      }</li>`,
  )}</ol>`;
