import { inOrthographyOf, type Language } from '../../platform/i18n/language.ts';
import type { Published } from '../packs/index.ts';
import {
  type Arrangement,
  type Competence,
  type Municipality,
  officeOf,
  type Portal,
  responsibleFor,
  type Territory,
} from '../territory/index.ts';
import { type Description, readDescription } from './read-description.ts';
import type { Service, Text } from './service.ts';
import type { ServiceAt, ServiceTexts } from './service-at.ts';

export interface Place {
  portal: Portal;
  published: Published;
  territory: Territory;
  arrangements: ReadonlyMap<string, Arrangement>;
}

const NOTHING: Description = readDescription({});

/** `service` as it is at `municipality`, or on the portal as a whole. Pure. */
export function serviceAt(place: Place, service: Service, municipality: Municipality | undefined): ServiceAt {
  const { portal, published } = place;
  const competence = competenceFor(place, service, municipality);
  const authority = competence?.kind === 'responsible' ? competence.authority : undefined;
  const merged = published.find('service', service.key, portal.key, authority?.key ?? municipality?.key);
  const said = merged && service.isDescribed ? readDescription(merged.definition) : NOTHING;
  const isOnline =
    service.hasForm &&
    (competence ? competence.kind === 'responsible' && competence.online : isOnlineSomewhere(place, service));
  const versions: Record<string, number> = {};
  for (const { scope, number } of merged?.provenance.values() ?? [])
    versions[scope] = Math.max(number, versions[scope] ?? 0);
  return {
    service,
    ...(municipality && { municipality }),
    ...(competence && { competence }),
    ...(authority && { authority }),
    ...(competence?.kind === 'responsible' && competence.office && { office: competence.office }),
    isOnline,
    channels: said.channels.filter((channel) => channel !== 'online' || isOnline),
    ...(said.fee && { fee: said.fee }),
    ...(said.workingDays !== undefined && { workingDays: said.workingDays }),
    durationOrigin: said.durationOrigin,
    ...(said.deadline && { deadline: said.deadline }),
    legalBasis: said.legalBasis,
    related: said.related,
    versions,
    provenance: merged?.provenance ?? new Map(),
    texts: (language) => textsAt(said, service, portal, language),
  };
}

/** With a place, what territory says; without one, only what is the same everywhere on the portal. */
function competenceFor(
  { portal, territory, arrangements }: Place,
  service: Service,
  municipality: Municipality | undefined,
): Competence | undefined {
  if (municipality) return responsibleFor(territory, arrangements, service, municipality);
  if (service.level !== 'federation' && service.level !== 'region') return undefined;
  const key = service.level === 'federation' ? portal.country : `${portal.country}-${portal.region.toLowerCase()}`;
  const authority = territory.authority(key);
  if (!authority) return undefined;
  const arrangement = arrangements.get(key);
  if (!arrangement) return { kind: 'not-offered', instead: authority };
  const own = arrangement.services[service.key];
  const office = officeOf(arrangement, own?.office ?? arrangement.defaultOffice);
  return { kind: 'responsible', authority, online: own?.online === true, ...(office && { office }) };
}

/** Some authority of the portal takes applications for it online. */
const isOnlineSomewhere = ({ portal, territory, arrangements }: Place, service: Service): boolean =>
  [...arrangements.values()].some(
    (arrangement) =>
      arrangement.services[service.key]?.online === true && isOfPortal(territory, portal, arrangement.authority),
  );

function isOfPortal(territory: Territory, portal: Portal, key: string): boolean {
  const authority = territory.authority(key);
  return authority !== undefined && authority.country === portal.country && authority.region === portal.region;
}

/** Each text in the wished language, else in another of the portal, with the language it is in. */
function textsAt(said: Description, service: Service, portal: Portal, wished: Language): ServiceTexts {
  const order: Language[] = [wished, ...portal.languages.filter((language) => language !== wished)];
  const spell = (lang: Language, text: string): Text => ({
    lang,
    text: lang === 'de' ? inOrthographyOf(portal.country, text) : text,
  });
  const one = (name: string): Text | undefined => {
    for (const lang of order) {
      const text = said.texts[lang]?.one[name];
      if (text !== undefined) return spell(lang, text);
    }
    return undefined;
  };
  const named = <Name extends string>(name: Name) => {
    const text = one(name);
    return (text ? { [name]: text } : {}) as { [N in Name]?: Text };
  };
  const needsLang = order.find((lang) => (said.texts[lang]?.needs.length ?? 0) > 0);
  const stepsLang = order.find((lang) => (said.texts[lang]?.steps.length ?? 0) > 0);
  return {
    title: one('title') ?? service.title(wished),
    ...named('summary'),
    ...named('what'),
    ...named('forWhom'),
    ...named('fee'),
    ...named('duration'),
    ...named('deadline'),
    ...named('remedy'),
    ...named('notes'),
    needs: needsLang ? (said.texts[needsLang]?.needs ?? []).map((text) => spell(needsLang, text)) : [],
    steps: stepsLang
      ? (said.texts[stepsLang]?.steps ?? []).map(({ title, text }) => ({
          title: spell(stepsLang, title),
          ...(text !== undefined && { text: spell(stepsLang, text) }),
        }))
      : [],
  };
}
