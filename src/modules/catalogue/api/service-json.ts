import type { Language } from '../../../platform/i18n/language.ts';
import type { Entry } from '../inventories/inventory.ts';
import type { ServiceAt } from '../service-at.ts';
import type { ServiceJson } from './documents.ts';

/** `at` for programs. */
export function serviceJson(at: ServiceAt, language: Language, href: string, entries: readonly Entry[]): ServiceJson {
  const { service, municipality, competence } = at;
  const texts = at.texts(language);
  const authority = competence && (competence.kind === 'responsible' ? competence.authority : competence.instead);
  return {
    key: service.key,
    href,
    title: texts.title.text,
    lang: texts.title.lang,
    isDescribed: service.isDescribed,
    level: service.level,
    isLevelOpen: service.isLevelOpen,
    audience: [...service.audience],
    situations: [...service.situations],
    place: municipality ? { key: municipality.key, name: municipality.name } : null,
    authority: authority ? { key: authority.key, name: authority.name } : null,
    isOffered: competence?.kind !== 'not-offered',
    isOnline: at.isOnline,
    channels: [...at.channels],
    ...(texts.summary && { summary: texts.summary.text }),
    ...(texts.what && { what: texts.what.text }),
    ...(texts.forWhom && { forWhom: texts.forWhom.text }),
    needs: texts.needs.map(({ text }) => text),
    steps: texts.steps.map(({ title, text }) => ({ title: title.text, ...(text && { text: text.text }) })),
    ...(at.fee && { fee: at.fee }),
    ...(at.workingDays !== undefined && { duration: { workingDays: at.workingDays, ...at.durationOrigin } }),
    ...(at.deadline && { deadline: at.deadline }),
    legalBasis: at.legalBasis.map((each) => ({ ...each })),
    related: [...at.related],
    versions: at.versions,
    ...(service.ozg !== undefined && { ozg: service.ozg }),
    ...(entries.length > 0 && { leika: entries.map(({ key, name }) => ({ key, name })) }),
  };
}
