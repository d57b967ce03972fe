import type { Texts } from './de.ts';

export const fr: Texts = {
  title: 'Où habitez-vous ?',
  intro:
    'Beaucoup de prestations sont proposées par votre commune. Indiquez-nous le lieu : nous vous montrons ce qui s’y applique, à savoir le service, le coût et la possibilité de le faire en ligne.',
  label: 'Code postal ou localité',
  hint: (example) => `Par exemple ${example}`,
  act: 'Valider',
  chosen: (name) => `Lieu choisi : ${name}.`,
  which: 'Quel lieu voulez-vous dire ?',
  several: (typed) => `Plusieurs communes correspondent à « ${typed} ».`,
  unknown: (typed) => `Nous ne connaissons pas de lieu « ${typed} ».`,
  unknownHelp: 'Essayez avec le code postal ou avec le nom de la commune.',
  nearest: 'Est-ce l’un de ceux-ci ?',
  empty: 'Saisissez un code postal ou une localité.',
  problem: 'Comment continuer',
  choose: (name) => `Choisir ${name}`,
  belongsTo: (place, municipality) => `${place} fait partie de ${municipality}`,
  forget: 'Ne plus retenir le lieu',
  why: 'Nous ne retenons que le lieu, dans votre navigateur. Vous pouvez le changer à tout moment.',
};
