export const de = {
  title: 'Wo wohnen Sie?',
  intro:
    'Viele Leistungen bietet Ihre Gemeinde an. Sagen Sie uns den Ort, dann zeigen wir, was dort gilt: Stelle, Kosten und ob es online geht.',
  label: 'Postleitzahl oder Ort',
  hint: (example: string) => `Zum Beispiel ${example}`,
  act: 'Übernehmen',
  chosen: (name: string) => `Gewählt ist ${name}.`,
  which: 'Welchen Ort meinen Sie?',
  several: (typed: string) => `Zu «${typed}» gibt es mehrere Gemeinden.`,
  unknown: (typed: string) => `Einen Ort «${typed}» kennen wir nicht.`,
  unknownHelp: 'Versuchen Sie es mit der Postleitzahl, oder mit dem Namen der Gemeinde.',
  nearest: 'Meinen Sie einen von diesen?',
  empty: 'Geben Sie eine Postleitzahl oder einen Ort ein.',
  problem: 'So geht es weiter',
  choose: (name: string) => `${name} wählen`,
  belongsTo: (place: string, municipality: string) => `${place} gehört zu ${municipality}`,
  forget: 'Ort nicht mehr merken',
  why: 'Wir merken uns nur den Ort, in Ihrem Browser. Sie können ihn jederzeit ändern.',
};
export type Texts = typeof de;
