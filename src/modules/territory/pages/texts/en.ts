import type { Texts } from './de.ts';

export const en: Texts = {
  title: 'Where do you live?',
  intro:
    'Many services are offered by your municipality. Tell us the place, and we show what holds there: which office, what it costs, and whether you can do it online.',
  label: 'Postcode or place',
  hint: (example) => `For example ${example}`,
  act: 'Use this place',
  chosen: (name) => `The place is ${name}.`,
  which: 'Which place do you mean?',
  several: (typed) => `There are several municipalities for “${typed}”.`,
  unknown: (typed) => `We do not know a place “${typed}”.`,
  unknownHelp: 'Try the postcode, or the name of the municipality.',
  nearest: 'Do you mean one of these?',
  empty: 'Enter a postcode or a place.',
  problem: 'What to do next',
  choose: (name) => `Choose ${name}`,
  belongsTo: (place, municipality) => `${place} belongs to ${municipality}`,
  forget: 'Stop remembering the place',
  why: 'We remember only the place, in your browser. You can change it at any time.',
};
