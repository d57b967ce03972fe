/**
 * Languages of the hall, and German as it is written on each side of the border: all German texts are written
 * with ß; a Swiss portal shows ss (Swiss orthography has no ß), so no text exists twice.
 */
export const LANGUAGES = ['de', 'fr', 'it', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Country = 'ch' | 'de';

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);

/** The BCP 47 tag of `language` as used in `country`: for `lang=`, `Intl` and letters. */
export function localeOf(language: Language, country: Country): string {
  return `${language}-${language === 'en' ? 'GB' : country === 'ch' ? 'CH' : language === 'de' ? 'DE' : language.toUpperCase()}`;
}

/** German `text` in the orthography of `country`: Swiss German has ss for ß, and quotes «so». */
export const inOrthographyOf = (country: Country, text: string): string =>
  country === 'ch'
    ? text
        .replaceAll('ß', 'ss')
        .replaceAll('ẞ', 'SS')
        .replace(/„([^„“]*)“/g, '«$1»')
    : text;

/** A text tree (objects, lists, strings, functions that return strings) in the orthography of `country`. */
export function orthography<T>(country: Country, texts: T): T {
  if (country !== 'ch') return texts;
  return swiss(texts) as T;
}

function swiss(node: unknown): unknown {
  if (typeof node === 'string') return inOrthographyOf('ch', node);
  if (typeof node === 'function') return (...given: unknown[]) => swiss(node(...given));
  if (Array.isArray(node)) return node.map(swiss);
  if (node && typeof node === 'object' && Object.getPrototypeOf(node) === Object.prototype)
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, swiss(value)]));
  return node;
}
