import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';

const Name = Type.Object(
  {
    de: Type.Optional(Type.String()),
    fr: Type.Optional(Type.String()),
    it: Type.Optional(Type.String()),
    en: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);

const Settings = Type.Object(
  {
    /** Stands for the issuer in our tables: never give a key that was in use to another provider. */
    key: Type.String({ pattern: '^[a-z][a-z0-9-]{1,30}$' }),
    for: Type.Union([Type.Literal('people'), Type.Literal('staff')]),
    issuer: Type.String({ pattern: '^https?://' }),
    clientId: Type.String({ minLength: 1 }),
    /** Name of the environment variable that holds the client's secret. Secrets never stand in content. */
    clientSecretFrom: Type.Optional(Type.String({ pattern: '^[A-Z][A-Z0-9_]+$' })),
    scope: Type.String({ pattern: '^openid( |$)' }),
    signingAlgorithm: Type.Union([Type.Literal('ES256'), Type.Literal('RS256'), Type.Literal('PS256')]),
    /** Shown first. */
    recommended: Type.Optional(Type.Boolean()),
    name: Name,
    /** `acr` → our level, compared exactly. An `acr` that does not stand here is refused. */
    assurance: Type.Record(
      Type.String(),
      Type.Union([Type.Literal('low'), Type.Literal('substantial'), Type.Literal('high')]),
    ),
    /** Keys of the authorities whose staff it may name; `*` for all (sandbox only). */
    staffOf: Type.Optional(Type.Array(Type.String())),
    /** It may name operators of the installation. */
    operators: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);

/** One way to sign in, as `providers:` in portal.yaml says; `clientSecret` comes from the environment. */
export type ProviderSettings = Static<typeof Settings> & { clientSecret?: string };

/**
 * The `providers:` of a portal, checked. Throws with what is wrong: a portal with a mistyped provider must not start.
 * `environment` holds the client secrets by the names that the settings give.
 */
export function readProviderSettings(
  value: unknown,
  environment: Readonly<Record<string, string | undefined>>,
): ProviderSettings[] {
  if (!Array.isArray(value)) throw new Error('providers: must be a list');
  return value.map((item: unknown, index) => {
    if (!Value.Check(Settings, item)) {
      const [first] = Value.Errors(Settings, item);
      throw new Error(`providers[${index}]${first?.instancePath ?? ''}: ${first?.message ?? 'not a provider'}`);
    }
    if (!item.clientSecretFrom) return item;
    const clientSecret = environment[item.clientSecretFrom];
    if (!clientSecret)
      throw new Error(`providers[${index}]: set ${item.clientSecretFrom} to the secret of ${item.clientId}`);
    return { ...item, clientSecret };
  });
}
