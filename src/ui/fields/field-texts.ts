import type { Language } from '../../platform/i18n/language.ts';
import type { FieldTexts } from './field.ts';

const texts: Record<Language, FieldTexts> = {
  de: { optional: '(freiwillig)', day: 'Tag', month: 'Monat', year: 'Jahr', choose: 'Bitte wählen' },
  fr: { optional: '(facultatif)', day: 'Jour', month: 'Mois', year: 'Année', choose: 'Veuillez choisir' },
  it: { optional: '(facoltativo)', day: 'Giorno', month: 'Mese', year: 'Anno', choose: 'Scelga' },
  en: { optional: '(optional)', day: 'Day', month: 'Month', year: 'Year', choose: 'Please choose' },
};

/** The words of the fields in `language`. */
export const fieldTextsFor = (language: Language): FieldTexts => texts[language];
