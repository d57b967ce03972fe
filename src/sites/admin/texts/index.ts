import { type Country, type Language, orthography } from '../../../platform/i18n/language.ts';
import { de, type Texts } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

const written: Record<Language, Texts> = { de, fr, it, en };
const swissGerman = orthography<Texts>('ch', de);

/** The texts of clerks' and operators' pages in `language`, as it is written in `country`. */
export const textsFor = (language: Language, country: Country): Texts =>
  language === 'de' && country === 'ch' ? swissGerman : written[language];
export type { Texts };
