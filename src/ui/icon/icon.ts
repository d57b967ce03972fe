import { type Html, trusted } from '../../platform/html/html.ts';
import { STROKES } from './strokes.ts';

export type IconName = keyof typeof STROKES;

export const ICON_NAMES = Object.keys(STROKES) as IconName[];
export const isIconName = (name: unknown): name is IconName => typeof name === 'string' && Object.hasOwn(STROKES, name);

const drawn = new Map<IconName, Html>();

/** The icon `name`; words always stand beside it. Colour and size come from the text around it. */
export function icon(name: IconName): Html {
  const before = drawn.get(name);
  if (before) return before;
  const made = trusted(
    `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${STROKES[name]}"/></svg>`,
  );
  drawn.set(name, made);
  return made;
}

/** The icon that content names, or the one of a document where it names none that we have. */
export const iconOf = (name: unknown): IconName => (isIconName(name) ? name : 'document');
