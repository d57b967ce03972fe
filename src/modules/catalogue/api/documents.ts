import { type Static, Type } from 'typebox';
import { GROUPS } from '../search/answer.ts';
import { AUDIENCES, LEVELS } from '../service.ts';

/** What the API answers with. The OpenAPI document is made of these. */
const oneOf = <T extends string>(values: readonly T[]) => Type.Unsafe<T>({ type: 'string', enum: [...values] });

const LeikaEntry = Type.Object({
  key: Type.String({ description: '14 digits; empty where the entry is not in the LeiKa.' }),
  name: Type.String(),
});
const Named = Type.Object({ key: Type.String(), name: Type.String() });

export const FoundServices = Type.Object({
  query: Type.String(),
  words: Type.String({ description: 'What was typed, without the place.' }),
  place: Type.Union([Named, Type.Null()]),
  isGuess: Type.Boolean({ description: 'Nothing matched well: these are only the nearest.' }),
  results: Type.Array(
    Type.Object({
      key: Type.String(),
      title: Type.String(),
      lang: Type.String({ description: 'Language of the title.' }),
      href: Type.String({ description: 'The page for people.' }),
      group: oneOf(GROUPS),
      summary: Type.Optional(Type.String()),
      ozg: Type.Optional(Type.String()),
      leika: Type.Optional(
        Type.Array(Type.String(), {
          maxItems: 100,
          description: 'LeiKa keys of the service, those that matched first.',
        }),
      ),
      entries: Type.Optional(Type.Array(LeikaEntry, { description: 'The LeiKa entries that matched.' })),
    }),
    { maxItems: 25 },
  ),
});

const origin = { isExample: Type.Boolean(), source: Type.Optional(Type.String()) };

export const ServiceDocument = Type.Object({
  key: Type.String(),
  href: Type.String(),
  title: Type.String(),
  lang: Type.String(),
  isDescribed: Type.Boolean(),
  level: oneOf(LEVELS),
  isLevelOpen: Type.Boolean({ description: 'The register leaves open which level answers.' }),
  audience: Type.Array(oneOf(AUDIENCES)),
  situations: Type.Array(Type.String()),
  place: Type.Union([Named, Type.Null()]),
  authority: Type.Union([Named, Type.Null()], { description: 'Who answers; null until a place is known.' }),
  isOffered: Type.Boolean(),
  isOnline: Type.Boolean(),
  channels: Type.Array(Type.String()),
  summary: Type.Optional(Type.String()),
  what: Type.Optional(Type.String()),
  forWhom: Type.Optional(Type.String()),
  needs: Type.Array(Type.String()),
  steps: Type.Array(Type.Object({ title: Type.String(), text: Type.Optional(Type.String()) })),
  fee: Type.Optional(
    Type.Object({
      kind: oneOf(['amount', 'none', 'text']),
      amountCents: Type.Optional(Type.Integer()),
      currency: Type.Optional(Type.String()),
      ...origin,
    }),
  ),
  duration: Type.Optional(Type.Object({ workingDays: Type.Integer(), ...origin })),
  deadline: Type.Optional(Type.Object({ days: Type.Optional(Type.Integer()), ...origin })),
  legalBasis: Type.Array(Type.Object({ name: Type.String(), url: Type.Optional(Type.String()), ...origin })),
  related: Type.Array(Type.String()),
  versions: Type.Record(Type.String(), Type.Integer()),
  ozg: Type.Optional(Type.String()),
  leika: Type.Optional(Type.Array(LeikaEntry)),
});
export type ServiceJson = Static<typeof ServiceDocument>;
