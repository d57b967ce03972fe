import type { Language } from '../../../platform/i18n/language.ts';

interface EmailCodeTexts {
  subject(portal: string): string;
  text(code: string, minutes: number, portal: string): string;
}

/** The mail with a code: no link to press, no name, nothing about what it is for beyond the portal. */
export const emailCodeTexts: Record<Language, EmailCodeTexts> = {
  de: {
    subject: (portal) => `Ihr Code für ${portal}`,
    text: (code, minutes, portal) =>
      `Guten Tag\n\nIhr Code lautet: ${code}\n\nGeben Sie ihn auf der Seite von ${portal} ein. Er gilt ${minutes} Minuten.\nGeben Sie den Code niemandem weiter. Wir fragen nie am Telefon danach.\n\nHaben Sie keinen Code verlangt? Dann müssen Sie nichts tun.\n`,
  },
  fr: {
    subject: (portal) => `Votre code pour ${portal}`,
    text: (code, minutes, portal) =>
      `Bonjour,\n\nVotre code : ${code}\n\nSaisissez-le sur la page de ${portal}. Il est valable ${minutes} minutes.\nNe donnez ce code à personne. Nous ne le demandons jamais par téléphone.\n\nVous n’avez pas demandé de code ? Alors vous n’avez rien à faire.\n`,
  },
  it: {
    subject: (portal) => `Il Suo codice per ${portal}`,
    text: (code, minutes, portal) =>
      `Buongiorno,\n\nil Suo codice è: ${code}\n\nLo inserisca nella pagina di ${portal}. Vale ${minutes} minuti.\nNon dia il codice a nessuno. Non lo chiediamo mai per telefono.\n\nNon ha chiesto un codice? Allora non deve fare nulla.\n`,
  },
  en: {
    subject: (portal) => `Your code for ${portal}`,
    text: (code, minutes, portal) =>
      `Hello,\n\nYour code is: ${code}\n\nEnter it on the page of ${portal}. It is valid for ${minutes} minutes.\nDo not give the code to anybody. We never ask for it on the phone.\n\nYou did not ask for a code? Then there is nothing to do.\n`,
  },
};
