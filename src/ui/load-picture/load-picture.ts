import { type Html, html } from '../../platform/html/html.ts';

export interface Load {
  days: readonly { label: string; count: number; late?: boolean }[];
}

const HEIGHT = 64;
const STEP = 44;

/** How much is due on which day, as a picture; `text` says the same and stands below it. */
export function loadPicture({ days }: Load, text: string): Html {
  const most = Math.max(1, ...days.map(({ count }) => count));
  return html`<figure class="load"><svg class="load__picture" viewBox="0 0 ${days.length * STEP} ${HEIGHT + 36}" aria-hidden="true" focusable="false">${days.map(
    ({ label, count, late }, index) => {
      const tall = Math.round((count / most) * HEIGHT);
      const middle = index * STEP + STEP / 2;
      return html`<rect${late && html` class="load__late"`} x="${index * STEP + 4}" y="${16 + HEIGHT - tall}" width="${STEP - 8}" height="${tall}" rx="2"/><text x="${middle}" y="${12 + HEIGHT - tall}">${count}</text><text x="${middle}" y="${HEIGHT + 32}">${label}</text>`;
    },
  )}</svg><figcaption class="load__text">${text}</figcaption></figure>`;
}
