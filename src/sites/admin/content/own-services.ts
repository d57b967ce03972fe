import type { Published } from '../../../modules/packs/index.ts';
import {
  type Authority,
  isMunicipality,
  type Municipality,
  type Portal,
  responsibleFor,
  type Territory,
} from '../../../modules/territory/index.ts';
import { inOrthographyOf, type Language } from '../../../platform/i18n/language.ts';
import type { Snapshot } from '../../snapshot.ts';

/** A described service for which an authority answers, on one portal. */
export interface OwnService {
  key: string;
  title: string;
  /** The language of `title`; not always the one asked for. */
  lang: Language;
  hasForm: boolean;
}

/** All of them, by title. */
export function ownServices(snapshot: Snapshot, portal: Portal, authority: Authority, language: Language) {
  const { published } = snapshot;
  const answers = answersFor(snapshot, portal, authority);
  const forms = new Set(published.keys('form'));
  return published
    .keys('service')
    .filter((key) => answers(key))
    .map((key): OwnService => ({ key, hasForm: forms.has(key), ...titleOf(published, portal, key, language) }))
    .sort((a, b) => a.title.localeCompare(b.title, language));
}

export const ownService = (snapshot: Snapshot, portal: Portal, authority: Authority, language: Language, key: string) =>
  ownServices(snapshot, portal, authority, language).find((each) => each.key === key);

const LEVELS = ['federation', 'region', 'district', 'municipality'] as const;

/** Whether `authority` answers for a service: at its own place, or for one of the municipalities below it. */
function answersFor(snapshot: Snapshot, portal: Portal, authority: Authority): (key: string) => boolean {
  const { published, territory, arrangements } = snapshot;
  const places = placesOf(territory, portal, authority);
  return (key) => {
    const definition = published.find('service', key, portal.key)?.definition;
    const level = LEVELS.find((each) => each === definition?.level);
    const { countries } = definition ?? {};
    if (!level || (Array.isArray(countries) && !countries.includes(portal.country))) return false;
    return places.some((place) => {
      const competence = responsibleFor(territory, arrangements, { key, level }, place);
      const who = competence.kind === 'responsible' ? competence.authority : competence.instead;
      return who.key === authority.key;
    });
  };
}

/** Enough to tell: one municipality of a region stands for all that have no arrangement of their own. */
const MOST_PLACES = 60;

function placesOf(territory: Territory, portal: Portal, authority: Authority): Municipality[] {
  if (isMunicipality(authority)) return [authority];
  return territory
    .authorities({ country: portal.country, region: portal.region, kind: 'municipality' })
    .filter(isMunicipality)
    .filter(({ parents }) => parents.includes(authority.key))
    .slice(0, MOST_PLACES);
}

function titleOf(published: Published, portal: Portal, key: string, wished: Language) {
  const texts = published.find('service', key, portal.key)?.definition.texts as
    | Partial<Record<Language, { title?: unknown }>>
    | undefined;
  const lang = [wished, ...portal.languages].find((language) => typeof texts?.[language]?.title === 'string');
  const title = lang ? String(texts?.[lang]?.title) : key;
  return { title: lang === 'de' ? inOrthographyOf(portal.country, title) : title, lang: lang ?? wished };
}
