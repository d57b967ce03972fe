import { listOf, STRING } from '../feel/feel-value.ts';
import { EMPTY, type FieldKind, good, type Options, textOf, wrong } from '../field-kind.ts';

/** The keys that a form offers, in their order. */
export function keysOf(options: Options): string[] {
  const listed = Array.isArray(options.options) ? (options.options as unknown[]) : [];
  return listed.map((option) => (typeof option === 'string' ? option : String((option as { key: unknown }).key)));
}

/** One of several answers, or any number with `multiple: true`. Which are offered may depend on conditions. */
export const choice: FieldKind = {
  optionsSchema: {
    required: ['options'],
    properties: {
      options: {
        type: 'array',
        minItems: 1,
        maxItems: 100,
        items: {
          anyOf: [
            { type: 'string', pattern: '^[a-z][A-Za-z0-9-]*$' },
            {
              type: 'object',
              required: ['key'],
              additionalProperties: false,
              properties: { key: { type: 'string', pattern: '^[a-z][A-Za-z0-9-]*$' }, visible: { type: 'string' } },
            },
          ],
        },
      },
      multiple: { type: 'boolean' },
      asList: { type: 'boolean' },
    },
  },
  parts: () => [''],
  parse(typed, options) {
    const keys = keysOf(options);
    if (!options.multiple) {
      const chosen = textOf(typed);
      if (chosen === '') return typed['']?.length === 2 ? wrong('choice-unknown') : EMPTY;
      return keys.includes(chosen) ? good(chosen) : wrong('choice-unknown');
    }
    const chosen = (typed[''] ?? []).filter((key) => key !== '');
    if (chosen.length === 0) return EMPTY;
    if (chosen.some((key) => !keys.includes(key))) return wrong('choice-unknown');
    return good(keys.filter((key) => chosen.includes(key)));
  },
  type: (value) => ({ '': Array.isArray(value) ? (value as string[]) : [String(value)] }),
  display: (value, _options, _setting, texts) =>
    (Array.isArray(value) ? (value as string[]) : [String(value)]).map(texts.option).join(', '),
  feelType: (options) => (options.multiple ? listOf(STRING) : STRING),
  schema(options) {
    const one = { enum: keysOf(options) };
    return options.multiple ? { type: 'array', items: one, uniqueItems: true, minItems: 1 } : one;
  },
};
