import { Type } from 'typebox';
import { isLanguage, type Language } from '../../platform/i18n/language.ts';
import type { Portal } from './portal.ts';
import { readDefinition } from './read-definition.ts';

const Colour = Type.String({ pattern: '^#[0-9a-fA-F]{6}$' });
const Languages = Type.Union([Type.Literal('de'), Type.Literal('fr'), Type.Literal('it'), Type.Literal('en')]);

/** What the gate needs of `portal.yaml`; the rest of it (texts, frequent services, contact) is the site's. */
const PortalDefinition = Type.Object({
  country: Type.Union([Type.Literal('ch'), Type.Literal('de')]),
  region: Type.String({ pattern: '^([A-Z]{2}|[0-9]{2})$' }),
  languages: Type.Array(Languages, { minItems: 1, maxItems: 4 }),
  name: Type.Record(Type.String(), Type.String()),
  timeZone: Type.Union([Type.Literal('Europe/Zurich'), Type.Literal('Europe/Berlin')]),
  currency: Type.Union([Type.Literal('CHF'), Type.Literal('EUR')]),
  host: Type.Optional(Type.String({ pattern: '^[a-z0-9.-]+$' })),
  embeddedBy: Type.Optional(Type.Array(Type.String({ pattern: '^https?://[a-zA-Z0-9.:-]+$' }))),
  theme: Type.Object({
    accent: Colour,
    accentInk: Colour,
    accentSoft: Colour,
    darkAccent: Colour,
    darkAccentInk: Colour,
    darkAccentSoft: Colour,
  }),
});

/** The portal `key`, as its `portal.yaml` says. Throws `content-unfit`: a mistyped portal must not open. */
export function readPortal(key: string, definition: unknown): Portal {
  const portal = readDefinition(`portal ${key}`, PortalDefinition, definition);
  return {
    key,
    country: portal.country,
    region: portal.region,
    languages: portal.languages.filter(isLanguage) as [Language, ...Language[]],
    name: portal.name as Partial<Record<Language, string>>,
    timeZone: portal.timeZone,
    currency: portal.currency,
    ...(portal.host && { host: portal.host }),
    embeddedBy: portal.embeddedBy ?? [],
    theme: portal.theme,
  };
}
