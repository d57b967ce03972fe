import type { PortalTheme } from '../../modules/territory/index.ts';

const COLOUR = /^#[0-9a-f]{6}$/i;

/** The portal's accent as custom properties; a colour that is none is left out, and the hall's own holds. */
export function themeCss(theme: PortalTheme): string {
  const properties: [string, string][] = [
    ['--portal-accent', theme.accent],
    ['--portal-accent-ink', theme.accentInk],
    ['--portal-accent-soft', theme.accentSoft],
    ['--portal-dark-accent', theme.darkAccent],
    ['--portal-dark-accent-ink', theme.darkAccentInk],
    ['--portal-dark-accent-soft', theme.darkAccentSoft],
  ];
  const known = properties.filter(([, colour]) => COLOUR.test(colour));
  return `:root{${known.map(([name, colour]) => `${name}:${colour}`).join(';')}}`;
}
