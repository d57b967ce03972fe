import { type Html, html } from '../../platform/html/html.ts';

export type BadgeTone = 'neutral' | 'good' | 'warn' | 'bad';

/** A state in one or two words. The words say it; the tone only repeats it. */
export const badge = (of: { text: string; tone: BadgeTone }): Html =>
  html`<span class="badge badge--${of.tone}">${of.text}</span>`;
