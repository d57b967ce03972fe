import type { Published } from '../../modules/packs/index.ts';
import type { Portal } from '../../modules/territory/index.ts';
import type { Language } from '../../platform/i18n/language.ts';
import { inOrthographyOf } from '../../platform/i18n/language.ts';

export const INFORMATION_PAGES = ['imprint', 'privacy', 'accessibility', 'contact'] as const;
export type InformationPage = (typeof INFORMATION_PAGES)[number];

/** A heading and its paragraphs. */
export interface Section {
  title: string;
  paragraphs: readonly string[];
}

export interface PortalContact {
  isExample: boolean;
  email?: string;
  phone?: string;
  address?: string;
}

/** What a portal says about itself: `portal.yaml` and its `texts/<language>.yaml`. */
export interface PortalContent {
  /** Keys of the services that people ask for most. */
  frequent: readonly string[];
  contact: PortalContact;
  /** The language of what follows: the one asked for, or the portal's first. */
  language: Language;
  tagline?: string;
  sections(page: InformationPage): readonly Section[];
}

type Json = Record<string, unknown>;
const record = (value: unknown): Json => (value && typeof value === 'object' ? (value as Json) : {});
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Reads what `portal` says in `language`. What is missing is empty: a page says so, it never fails. */
export function portalContent(published: Published, portal: Portal, language: Language): PortalContent {
  const definition = record(published.find('portal', portal.key, portal.key)?.definition);
  const all = record(definition.texts);
  const spoken = all[language] ? language : portal.languages[0];
  const texts = record(all[spoken]);
  const write = (value: string) => (spoken === 'de' ? inOrthographyOf(portal.country, value) : value);
  const contact = record(definition.contact);
  const tagline = text(texts.tagline);
  return {
    frequent: list(definition.frequent).filter((key): key is string => typeof key === 'string'),
    contact: {
      isExample: contact.example === true,
      ...(text(contact.email) && { email: text(contact.email) }),
      ...(text(contact.phone) && { phone: text(contact.phone) }),
      ...(text(contact.address) && { address: text(contact.address) }),
    } as PortalContact,
    language: spoken,
    ...(tagline && { tagline: write(tagline) }),
    sections: (page) =>
      list(texts[page]).map((item) => {
        const section = record(item);
        return {
          title: write(text(section.title) ?? ''),
          paragraphs: write(text(section.text) ?? '')
            .split(/\n\s*\n/)
            .filter((paragraph) => paragraph.trim() !== ''),
        };
      }),
  };
}
