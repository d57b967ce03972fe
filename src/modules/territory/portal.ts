import type { Country, Language } from '../../platform/i18n/language.ts';

/** A public site of a canton or Land, as its `portal.yaml` says. */
export interface Portal {
  /** Short name: `gl`, `sg`, `zh`, `sl`. */
  key: string;
  country: Country;
  /** Canton letters (`GL`) or Land number (`10`). */
  region: string;
  /** First is the default. */
  languages: readonly [Language, ...Language[]];
  name: Partial<Record<Language, string>>;
  timeZone: 'Europe/Zurich' | 'Europe/Berlin';
  currency: 'CHF' | 'EUR';
  /** Its host in production; in development the root is `/<key>`. */
  host?: string;
  /** Hosts that may show it in a frame. */
  embeddedBy: readonly string[];
  theme: PortalTheme;
}

/** CSS colours; contrast of `accent` on white and of `accentInk` on `accent` is at least 4.5. */
export interface PortalTheme {
  accent: string;
  accentInk: string;
  accentSoft: string;
  /** The same for the dark scheme. */
  darkAccent: string;
  darkAccentInk: string;
  darkAccentSoft: string;
}
