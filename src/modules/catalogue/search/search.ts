import type { Language } from '../../../platform/i18n/language.ts';
import { type Municipality, responsibleFor } from '../../territory/index.ts';
import type { Inventory } from '../inventories/inventory.ts';
import type { KnownService } from '../portal-services.ts';
import { type Place, serviceAt } from '../service-at-place.ts';
import { type FoundService, type Group, MOST_RESULTS, type SearchAnswer } from './answer.ts';
import { wordsIn } from './fold.ts';
import { foldIntoDescribed } from './fold-into-described.ts';
import { type FoundByService, gatherByService } from './gather-by-service.ts';
import type { IndexKeeper } from './index-keeper.ts';
import type { Lexicons } from './lexicon.ts';
import { askedWords, isKnown, slotsOf } from './query.ts';
import { type ScoredUnit, type Scratch, scoreUnits, scratchFor } from './score-units.ts';
import { textsOf, unitsOf } from './units.ts';
import type { WordIndex } from './word-index.ts';

export interface SearchSources extends Place {
  services: readonly KnownService[];
  inventory: Inventory;
  lexicons: Lexicons;
  keeper: IndexKeeper;
}

export interface Search {
  /** Makes the index of `language` now. */
  prepare(language: Language): void;
  ask(language: Language, typed: string, municipality?: Municipality): SearchAnswer;
}

const OTHER_LANGUAGE = 0.72;
const MOST_TYPED = 200;
/** Below this share of what was typed, results are only the nearest. */
const SURE = 0.5;
const TAIL = 0.3;
const ALWAYS = 5;

/** Search on one portal. The index of a language is made when it is first asked for. */
export function openSearch(sources: SearchSources): Search {
  const { portal, services, inventory, territory } = sources;
  const units = unitsOf(services);
  const scratch = scratchFor(units.length);
  const indexes = new Map<Language, WordIndex>();
  const indexOf = (language: Language): WordIndex => {
    const before = indexes.get(language);
    if (before) return before;
    const texts = [...textsOf(services, units, inventory, language)];
    const fresh = sources.keeper.indexOf(texts, units.length, language, sources.lexicons[language]);
    indexes.set(language, fresh);
    return fresh;
  };
  const near = { country: portal.country, region: portal.region };
  return {
    prepare: (language) => void indexOf(language),
    ask(language, typed, chosen) {
      const asked = typed.slice(0, MOST_TYPED);
      const split = territory.splitPlace(asked, near);
      const words = split.words.trim() === '' ? asked : split.words;
      const typedPlace = split.place?.kind === 'found' ? split.place.municipality : undefined;
      const municipality = typedPlace ?? chosen;
      const all = [language, ...portal.languages.filter((each) => each !== language)].map(indexOf);
      const found = gatherByService(services, units, scoreInAll(all, language, words, scratch));
      const ranked = withoutTail(foldIntoDescribed(services, found, byKeys(services, words)));
      const isGuess = (ranked[0]?.coverage ?? 0) < SURE;
      return {
        words: split.words,
        ...(split.place && { place: split.place }),
        ...(municipality && { municipality }),
        results: ranked.map((each) => present(sources, each, language, municipality)),
        isGuess,
      };
    },
  };
}

/** Without what is far behind the best: it only has a word like «anmelden» in common. */
function withoutTail(ranked: readonly FoundByService[]): FoundByService[] {
  const least = TAIL * (ranked[0]?.score ?? 0);
  return ranked.filter(({ score }, at) => at < ALWAYS || score >= least).slice(0, MOST_RESULTS);
}

/** Each unit with its best score in any language of the portal; the visitor's own language counts most. */
function scoreInAll(
  indexes: readonly WordIndex[],
  own: Language,
  typed: string,
  scratch: Scratch,
): Map<number, ScoredUnit> {
  const worded = indexes.map((index) => ({ index, words: askedWords(index, wordsIn(typed, index.language)) }));
  const best = new Map<number, ScoredUnit>();
  for (const { index, words } of worded) {
    const asking = {
      words,
      isUnknown: (word: string) => !indexes.some((each) => isKnown(each, word)),
    };
    const weight = index.language === own ? 1 : OTHER_LANGUAGE;
    for (const scored of scoreUnits(index, slotsOf(index, asking), scratch)) {
      const score = scored.score * weight;
      if (score > (best.get(scored.unit)?.score ?? 0)) best.set(scored.unit, { ...scored, score });
    }
  }
  return best;
}

const KEY = /^(?:\d{5}|\d{14})$/;
/** Services whose OZG or LeiKa key was typed. */
function byKeys(services: readonly KnownService[], words: string): ReadonlySet<number> {
  const keys = words.split(/\s+/).filter((word) => KEY.test(word));
  if (keys.length === 0) return new Set();
  return new Set(
    services.flatMap((service, at) =>
      keys.some((key) => service.ozg === key || service.leika.includes(key)) ? [at] : [],
    ),
  );
}

function present(
  sources: SearchSources,
  found: FoundByService,
  language: Language,
  municipality: Municipality | undefined,
): FoundService {
  const service = sources.services[found.service] as KnownService;
  const summary = service.summary(language);
  return {
    service,
    title: service.title(language),
    ...(summary && { summary }),
    group: groupOf(sources, service, municipality),
    score: found.score,
    leika: found.entries.map(({ key, name }) => ({ key, name })),
  };
}

function groupOf(place: Place, service: KnownService, municipality: Municipality | undefined): Group {
  if (!municipality) {
    if (service.hasForm && serviceAt(place, service, undefined).isOnline) return 'online';
    return service.level === 'federation' ? 'elsewhere' : 'offered';
  }
  const competence = responsibleFor(place.territory, place.arrangements, service, municipality);
  if (competence.kind === 'not-offered') return 'elsewhere';
  if (service.hasForm && competence.online) return 'online';
  return competence.authority.kind === 'federation' ? 'elsewhere' : 'offered';
}
