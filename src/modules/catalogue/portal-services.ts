import type { Language } from '../../platform/i18n/language.ts';
import { inOrthographyOf } from '../../platform/i18n/language.ts';
import type { Published } from '../packs/index.ts';
import type { Portal } from '../territory/index.ts';
import type { Entry, Inventory, Listed } from './inventories/inventory.ts';
import { type Description, readDescription } from './read-description.ts';
import { inLanguage, type Service, type Situation, type Text } from './service.ts';

/** A service with what search and its page need beyond what others may ask. */
export interface KnownService extends Service {
  entries: readonly Entry[];
}

/**
 * What `portal` shows: every entry of its country's inventory, and every described service of its country, by key in
 * the order of the titles. A described service takes the place of the inventory's entry with its key; an OZG entry stays,
 * since its LeiKa entries are more than what is described of them.
 */
export function servicesOf(portal: Portal, published: Published, inventory: Inventory): Map<string, KnownService> {
  const listed = new Map(inventory.services.map((each) => [each.key, each]));
  const byOzg = new Map(inventory.services.flatMap((each) => (each.ozg ? [[each.ozg, each] as const] : [])));
  const described = new Map<string, string[]>();
  const found: KnownService[] = [];
  for (const key of published.keys('service')) {
    const definition = published.find('service', key, portal.key)?.definition;
    const description = definition && readDescription(definition);
    if (!description?.countries.includes(portal.country)) continue;
    const ozg = description.ozg === undefined ? undefined : byOzg.get(description.ozg);
    if (description.ozg !== undefined) described.set(description.ozg, [...(described.get(description.ozg) ?? []), key]);
    const hasForm = published.find('form', key, portal.key) !== undefined;
    found.push(describedService(key, portal, description, listed.get(key) ?? ozg, hasForm));
    listed.delete(key);
  }
  for (const each of listed.values())
    found.push(listedService(each, portal, each.ozg === undefined ? [] : (described.get(each.ozg) ?? [])));
  const [language] = portal.languages;
  const compare = new Intl.Collator(language).compare;
  found.sort((a, b) => compare(a.title(language).text, b.title(language).text));
  return new Map(found.map((service) => [service.key, service]));
}

function describedService(
  key: string,
  portal: Portal,
  description: Description,
  listed: Listed | undefined,
  hasForm: boolean,
): KnownService {
  const entries = (listed?.entries ?? []).filter(
    (entry) => description.leika.length === 0 || description.leika.includes(entry.key),
  );
  // The title of an OZG entry is the name of something wider: not a title of this service.
  const listedTitle = listed?.key === key ? listed.title : {};
  const summary = textsIn(description, 'summary', portal);
  const titles = { ...listedTitle, ...textsIn(description, 'title', portal) };
  const icon = description.icon;
  return {
    key,
    level: description.level ?? listed?.level ?? 'municipality',
    isLevelOpen: description.level === undefined && (listed?.isLevelOpen ?? false),
    audience: description.audience ?? listed?.audience ?? ['person'],
    situations: description.situations.length > 0 ? description.situations : (listed?.situations ?? []),
    ...(icon !== undefined && { icon }),
    title: titleIn(titles, key, portal),
    summary: (language) => inLanguage(summary, language, portal.languages),
    synonyms: (language) => [
      ...(description.texts[language]?.synonyms ?? []),
      ...(listed?.key === key ? (listed.synonyms[language] ?? []) : []),
    ],
    ...(description.ozg !== undefined && { ozg: description.ozg }),
    leika: description.leika.length > 0 ? description.leika : keysOf(entries),
    describedBy: [],
    hasForm,
    isDescribed: true,
    entries,
  };
}

function listedService(listed: Listed, portal: Portal, describedBy: readonly string[]): KnownService {
  const { key, level, isLevelOpen, audience, situations, entries, ozg } = listed;
  return {
    key,
    level,
    isLevelOpen,
    audience,
    situations,
    title: titleIn(listed.title, key, portal),
    summary: () => undefined,
    synonyms: (language) => listed.synonyms[language] ?? [],
    ...(ozg !== undefined && { ozg }),
    leika: keysOf(entries),
    describedBy,
    hasForm: false,
    isDescribed: false,
    entries,
  };
}

export function situationOf(listed: Inventory['situations'][number], portal: Portal): Situation {
  const summary = written(listed.summary, portal);
  return {
    key: listed.key,
    audience: listed.audience,
    ...(listed.icon !== undefined && { icon: listed.icon }),
    title: titleIn(listed.title, listed.key, portal),
    summary: (language) => inLanguage(summary, language, portal.languages),
    ...(listed.field && { field: titleIn(listed.field, '', portal) }),
  };
}

const keysOf = (entries: readonly Entry[]) => entries.map((entry) => entry.key).filter((key) => key !== '');

const textsIn = (description: Description, name: string, portal: Portal): Partial<Record<Language, string>> =>
  written(
    Object.fromEntries(
      Object.entries(description.texts).flatMap(([language, texts]) =>
        texts.one[name] === undefined ? [] : [[language, texts.one[name]]],
      ),
    ),
    portal,
  );

/** Texts in the spelling of the portal's country. */
const written = (texts: Partial<Record<Language, string>>, portal: Portal): Partial<Record<Language, string>> =>
  texts.de === undefined ? texts : { ...texts, de: inOrthographyOf(portal.country, texts.de) };

function titleIn(titles: Partial<Record<Language, string>>, key: string, portal: Portal): (l: Language) => Text {
  const spelled = written(titles, portal);
  const last: Text = { text: key, lang: portal.languages[0] };
  const found = new Map<Language, Text>();
  return (language) => {
    const before = found.get(language);
    if (before) return before;
    const title = inLanguage(spelled, language, [...portal.languages, 'de', 'fr', 'it', 'en']) ?? last;
    found.set(language, title);
    return title;
  };
}
