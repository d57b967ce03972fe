import { type Static, Type } from 'typebox';
import { readDefinition } from '../read-definition.ts';
import type { Arrangement, Counter, Office } from './arrangement.ts';

const Name = Type.Object(
  {
    de: Type.Optional(Type.String()),
    fr: Type.Optional(Type.String()),
    it: Type.Optional(Type.String()),
    en: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);
const OfficeDefinition = Type.Object(
  {
    key: Type.String({ pattern: '^[a-z][a-z0-9-]*$' }),
    name: Name,
    address: Type.Optional(
      Type.Object(
        { street: Type.String(), postcode: Type.String(), locality: Type.String() },
        { additionalProperties: false },
      ),
    ),
    phone: Type.Optional(Type.String({ maxLength: 40 })),
    email: Type.Optional(Type.String({ pattern: '^[^@\\s]+@[^@\\s]+$' })),
    hours: Type.Optional(Type.String({ maxLength: 200 })),
    example: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
const CounterDefinition = Type.Object(
  {
    office: Type.Optional(Type.String()),
    online: Type.Optional(Type.Boolean()),
    delegatedTo: Type.Optional(Type.String()),
    offered: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
const ArrangementDefinition = Type.Object(
  {
    offices: Type.Optional(Type.Array(OfficeDefinition, { maxItems: 200 })),
    services: Type.Optional(Type.Record(Type.String(), CounterDefinition)),
    defaultOffice: Type.Optional(Type.String()),
    contactPage: Type.Optional(Type.String({ pattern: '^https?://' })),
  },
  { additionalProperties: false },
);

/** The arrangement of authority `key`, as content says. Throws `content-unfit` with the place that is wrong. */
export function readArrangement(key: string, definition: unknown): Arrangement {
  const {
    offices = [],
    services = {},
    defaultOffice,
    contactPage,
  } = readDefinition(`authority ${key}`, ArrangementDefinition, definition);
  return {
    authority: key,
    offices: offices.map(officeOf),
    services: Object.fromEntries(Object.entries(services).map(([service, counter]) => [service, counterOf(counter)])),
    ...(defaultOffice && { defaultOffice }),
    ...(contactPage && { contactPage }),
  };
}

const officeOf = ({ example, ...office }: Static<typeof OfficeDefinition>): Office => ({
  ...office,
  isExample: example === true,
});
const counterOf = ({ offered, ...counter }: Static<typeof CounterDefinition>): Counter => ({
  ...counter,
  isOffered: offered !== false,
});
