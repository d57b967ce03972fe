import type { Language } from '../../platform/i18n/language.ts';

/** Who answers for a service unless an arrangement says otherwise. */
export const LEVELS = ['federation', 'region', 'district', 'municipality'] as const;
export type Level = (typeof LEVELS)[number];

export const AUDIENCES = ['person', 'company'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** A text and the language it is in: official names may exist in one language only. */
export interface Text {
  text: string;
  lang: Language;
}

/** A public service as a portal knows it, wherever one lives. */
export interface Service {
  /** The folder's name or the inventory's key; German inventory entries are `ozg-<key>`. */
  key: string;
  level: Level;
  /** The register leaves open which level below the federation answers (LeiKa type 2/3, or none): `level` is where to ask first. */
  isLevelOpen: boolean;
  audience: readonly Audience[];
  /** Keys of situations; German ones are `ozg-<id>`. */
  situations: readonly string[];
  icon?: string;
  /** In `language`, else in the first language that has it. */
  title(language: Language): Text;
  /** One sentence; only of described services. */
  summary(language: Language): Text | undefined;
  /** Everyday words for it in `language`. */
  synonyms(language: Language): readonly string[];
  /** Key in the German OZG catalogue. */
  ozg?: string;
  /** 14-digit keys of the LeiKa entries inside it. */
  leika: readonly string[];
  /** Of an entry of the German inventory: the described services that say more about (parts of) it. */
  describedBy: readonly string[];
  /** There is a form for it; whether it is online at a place, `ServiceAt` says. */
  hasForm: boolean;
  /** We have written texts for it. */
  isDescribed: boolean;
}

/** A situation of life or business. */
export interface Situation {
  key: string;
  audience: readonly Audience[];
  icon?: string;
  title(language: Language): Text;
  summary(language: Language): Text | undefined;
  /** The subject field that it belongs to (German inventory). */
  field?(language: Language): Text;
}

/** `wished` if it is there, else the first of `otherwise` that is. */
export function inLanguage(
  texts: Partial<Record<Language, string>>,
  wished: Language,
  otherwise: readonly Language[],
): Text | undefined {
  for (const lang of [wished, ...otherwise]) {
    const text = texts[lang];
    if (text !== undefined && text !== '') return { text, lang };
  }
  return undefined;
}
