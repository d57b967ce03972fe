import { type Child, type Html, html } from '../../platform/html/html.ts';
import { type IconName, icon } from '../icon/icon.ts';

export interface Card {
  href: string;
  title: string;
  text?: Child;
  icon?: IconName;
  /** Of the title, where it is another language than the page's. */
  lang?: string;
}

/** Ways to go on, as cards: the whole card can be pressed, the title is the link. */
export const cardGrid = (cards: readonly Card[]): Html =>
  html`<ul class="cards">${cards.map(
    (card) =>
      html`<li class="card">${card.icon && icon(card.icon)}<a class="card__title" href="${card.href}"${card.lang && html` lang="${card.lang}"`}>${card.title}</a>${
        card.text !== undefined && card.text !== '' && html`<p class="card__text">${card.text}</p>`
      }</li>`,
  )}</ul>`;
