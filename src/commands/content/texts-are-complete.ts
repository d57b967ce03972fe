import type { FilePack } from '../../modules/packs/index.ts';
import { type Fault, listOf, nodeOf, textOf, whereOf } from './fault.ts';

/** Languages in which a described service must be complete, and those that need at least title and summary. */
const LANGUAGES: Record<string, { whole: readonly string[]; short: readonly string[] }> = {
  ch: { whole: ['de', 'fr', 'it'], short: ['en'] },
  de: { whole: ['de', 'en', 'fr'], short: [] },
};
const PROSE = ['title', 'summary', 'what', 'forWhom', 'remedy'] as const;
const SHORT = ['title', 'summary'] as const;
const INFORMATION = ['imprint', 'privacy', 'accessibility'] as const;

/** A text that is missing fails the build, not the reader. */
export function textsAreComplete(packs: readonly FilePack[]): Fault[] {
  return packs.flatMap((pack) => {
    if (pack.kind === 'service' && pack.scope === 'federation') return ofService(pack);
    return pack.kind === 'portal' ? ofPortal(pack) : [];
  });
}

function ofService(pack: FilePack): Fault[] {
  const faults: Fault[] = [];
  const countries = listOf(pack.definition.countries).map(String);
  if (countries.length === 0) faults.push({ where: whereOf(pack), what: 'countries: is missing, e.g. [ch]' });
  // A service of both countries is described here as it is in Switzerland; a portal's override says what differs.
  const languages = LANGUAGES[countries.includes('ch') ? 'ch' : 'de'];
  const lacks = (language: string, names: readonly string[]) => {
    const texts = nodeOf(nodeOf(pack.definition.texts)[language]);
    for (const name of names)
      if (textOf(texts[name]) === '')
        faults.push({ where: whereOf(pack), what: `texts/${language}.yaml: «${name}» is missing` });
    return texts;
  };
  for (const language of languages?.whole ?? []) {
    const texts = lacks(language, PROSE);
    for (const name of ['needs', 'steps', 'synonyms'])
      if (listOf(texts[name]).length === 0)
        faults.push({ where: whereOf(pack), what: `texts/${language}.yaml: «${name}» is an empty list` });
    if (pack.definition.deadline && textOf(texts.deadline) === '')
      faults.push({
        where: whereOf(pack),
        what: `texts/${language}.yaml: «deadline» must say from when the days count`,
      });
  }
  for (const language of languages?.short ?? []) lacks(language, SHORT);
  return faults;
}

function ofPortal(pack: FilePack): Fault[] {
  const texts = nodeOf(pack.definition.texts);
  return listOf(pack.definition.languages)
    .map(String)
    .flatMap((language) => {
      const own = nodeOf(texts[language]);
      const missing = INFORMATION.filter((name) => listOf(own[name]).length === 0 && textOf(own[name]) === '');
      const names = nodeOf(pack.definition.name);
      return [
        ...missing.map((name) => ({ where: whereOf(pack), what: `texts/${language}.yaml: «${name}» is missing` })),
        ...(textOf(own.tagline) === ''
          ? [{ where: whereOf(pack), what: `texts/${language}.yaml: «tagline» is missing` }]
          : []),
        ...(textOf(names[language]) === ''
          ? [{ where: whereOf(pack), what: `portal.yaml: name in «${language}» is missing` }]
          : []),
      ];
    });
}
