import type { FilePack } from '../../modules/packs/index.ts';
import { type Fault, nodeOf, textOf, whereOf } from './fault.ts';

const LEAST = 4.5;
/** Pairs that stand on each other: text, ground. */
const PAIRS: readonly (readonly [text: string, ground: string])[] = [
  ['accent', '#ffffff'],
  ['accent', 'accentSoft'],
  ['accentInk', 'accent'],
  ['darkAccentInk', 'darkAccent'],
  ['darkAccent', 'darkAccentSoft'],
];

/** Text in a portal's colours can be read. @see WCAG 2.2, 1.4.3 Contrast (Minimum) */
export function themesHaveContrast(packs: readonly FilePack[]): Fault[] {
  return packs
    .filter(({ kind }) => kind === 'portal')
    .flatMap((pack) => {
      const theme = nodeOf(pack.definition.theme);
      return PAIRS.flatMap(([text, ground]) => {
        const contrast = contrastOf(colour(theme, text), colour(theme, ground));
        if (contrast === undefined)
          return [{ where: whereOf(pack), what: `theme.${text} or ${ground} is no colour #rrggbb` }];
        if (contrast >= LEAST) return [];
        return [
          {
            where: whereOf(pack),
            what: `theme: ${text} on ${ground} has a contrast of ${contrast.toFixed(1)}, ${LEAST} is needed`,
          },
        ];
      });
    });
}

const colour = (theme: Record<string, unknown>, name: string): string =>
  name.startsWith('#') ? name : textOf(theme[name]);

/** The contrast ratio of two colours `#rrggbb`, 1 to 21; undefined when one is none. @see WCAG 2.2, relative luminance */
export function contrastOf(one: string, other: string): number | undefined {
  const [a, b] = [luminance(one), luminance(other)];
  if (a === undefined || b === undefined) return undefined;
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(hex: string): number | undefined {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!found) return undefined;
  const [red, green, blue] = found.slice(1).map((pair) => {
    const part = Number.parseInt(pair, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
