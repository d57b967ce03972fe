import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { HallFailure } from '../../platform/http/failure.ts';

/** `definition` if it is of `schema`. Throws `content-unfit`, which says what is wrong where. */
export function readDefinition<Schema extends TSchema>(
  what: string,
  schema: Schema,
  definition: unknown,
): Static<Schema> {
  if (Value.Check(schema, definition)) return definition as Static<Schema>;
  const [first] = Value.Errors(schema, definition);
  throw new HallFailure(
    'content-unfit',
    500,
    `${what}${first?.instancePath ?? ''}: ${first?.message ?? 'not of its form'}`,
  );
}
