import type { Texts } from './de.ts';

export const it: Texts = {
  title: 'Dove abita?',
  intro:
    'Molti servizi sono offerti dal Suo Comune. Ci dica il luogo: Le mostriamo che cosa vale lì, cioè l’ufficio, i costi e se si può fare online.',
  label: 'Codice postale o località',
  hint: (example) => `Per esempio ${example}`,
  act: 'Confermare',
  chosen: (name) => `Luogo scelto: ${name}.`,
  which: 'Quale luogo intende?',
  several: (typed) => `A «${typed}» corrispondono più Comuni.`,
  unknown: (typed) => `Non conosciamo nessun luogo «${typed}».`,
  unknownHelp: 'Provi con il codice postale o con il nome del Comune.',
  nearest: 'Intende uno di questi?',
  empty: 'Inserisca un codice postale o una località.',
  problem: 'Come continuare',
  choose: (name) => `Scegliere ${name}`,
  belongsTo: (place, municipality) => `${place} fa parte di ${municipality}`,
  forget: 'Non ricordare più il luogo',
  why: 'Ricordiamo soltanto il luogo, nel Suo browser. Può cambiarlo in ogni momento.',
};
