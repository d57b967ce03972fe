import { isLanguage, type Language } from '../../platform/i18n/language.ts';

/** The language that the browser likes best among `languages`, else the first of them. @see RFC 9110 §12.5.4 */
export function preferredLanguage(header: string | undefined, languages: readonly [Language, ...Language[]]): Language {
  const wished = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((range) => {
      const [tag = '', quality = 'q=1'] = range.trim().split(/\s*;\s*/);
      return { language: tag.toLowerCase().split('-')[0], quality: Number(quality.replace('q=', '')) || 0 };
    })
    .sort((a, b) => b.quality - a.quality);
  const found = wished.find(({ language }) => isLanguage(language) && languages.includes(language));
  return (found?.language as Language | undefined) ?? languages[0];
}
