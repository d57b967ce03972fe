import type { Language } from '../../../platform/i18n/language.ts';
import type { Inventory } from '../inventories/inventory.ts';
import type { KnownService } from '../portal-services.ts';

/** What can be found: a service, or a LeiKa entry inside one. */
export interface Unit {
  /** Index of the service to which it leads. */
  service: number;
  /** Which of its entries; -1: the service itself. */
  entry: number;
}

export interface UnitText {
  unit: number;
  text: string;
  weight: number;
  /** A name of it: if all of its words were typed, this is what was meant. */
  isName: boolean;
}

export const WEIGHTS = {
  title: 3,
  synonym: 2.4,
  entry: 2.2,
  entrySynonym: 2.4,
  summary: 0.7,
  situation: 0.35,
} as const;

/** All units of a portal, in a fixed order: services first. */
export function unitsOf(services: readonly KnownService[]): Unit[] {
  const units: Unit[] = services.map((_, service) => ({ service, entry: -1 }));
  services.forEach((service, at) => {
    if (service.isDescribed) return;
    service.entries.forEach((_, entry) => {
      units.push({ service: at, entry });
    });
  });
  return units;
}

/** What is written about the units in `language`. */
export function* textsOf(
  services: readonly KnownService[],
  units: readonly Unit[],
  inventory: Inventory,
  language: Language,
): Generator<UnitText> {
  const situations = new Map(inventory.situations.map(({ key, title }) => [key, title[language]]));
  for (const [unit, { service: at, entry }] of units.entries()) {
    const service = services[at] as KnownService;
    if (entry >= 0) {
      const found = service.entries[entry];
      if (language !== 'de' || !found) continue;
      yield { unit, text: found.name, weight: WEIGHTS.entry, isName: true };
      for (const text of found.synonyms) yield { unit, text, weight: WEIGHTS.entrySynonym, isName: true };
      continue;
    }
    const title = service.title(language);
    if (title.lang === language) yield { unit, text: title.text, weight: WEIGHTS.title, isName: true };
    for (const text of service.synonyms(language)) yield { unit, text, weight: WEIGHTS.synonym, isName: true };
    const summary = service.summary(language);
    if (summary?.lang === language) yield { unit, text: summary.text, weight: WEIGHTS.summary, isName: false };
    for (const key of service.situations) {
      const text = situations.get(key);
      if (text) yield { unit, text, weight: WEIGHTS.situation, isName: false };
    }
  }
}
