import { STRING } from '../feel/feel-value.ts';
import { EMPTY, type FieldKind, good, numberIn, one, type Parsed, type Typed, textOf, wrong } from '../field-kind.ts';

/** Characters that nobody can see: they come from copying, or from somebody who means ill. */
const INVISIBLE = /[\p{Cc}\p{Cs}\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/u;
const INVISIBLE_BUT_LINES = /[^\P{Cc}\n]|[\p{Cs}\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** A line of text without invisible characters, spaces joined, of at most `longest` characters. */
export function parseLine(typed: Typed, part: string, longest: number): Parsed {
  const text = textOf(typed, part).replace(/[^\S\n]+/g, ' ');
  if (text === '') return EMPTY;
  if (INVISIBLE.test(text)) return wrong('not-text', part);
  return text.length > longest ? wrong('too-long', part, longest) : good(text);
}

/** One line, or several with `lines: true`. */
export const text: FieldKind = {
  optionsSchema: {
    properties: {
      shortest: { type: 'integer', minimum: 1 },
      longest: { type: 'integer', minimum: 1, maximum: 5000 },
      lines: { type: 'boolean' },
      autocomplete: { type: 'string' },
    },
  },
  parts: () => [''],
  parse(typed, options) {
    const longest = numberIn(options, 'longest', options.lines ? 2_000 : 200);
    const shortest = numberIn(options, 'shortest', 1);
    const parsed = options.lines ? parseLines(typed, longest) : parseLine(typed, '', longest);
    if (parsed.kind === 'value' && String(parsed.value).length < shortest) return wrong('too-short', '', shortest);
    return parsed;
  },
  type: (value) => one('', String(value)),
  display: (value) => String(value),
  feelType: () => STRING,
  schema: (options) => ({
    type: 'string',
    minLength: numberIn(options, 'shortest', 1),
    maxLength: numberIn(options, 'longest', options.lines ? 2_000 : 200),
  }),
};

function parseLines(typed: Typed, longest: number): Parsed {
  const lines = textOf(typed).replaceAll('\r\n', '\n');
  if (lines === '') return EMPTY;
  if (INVISIBLE_BUT_LINES.test(lines.replaceAll('\t', ' '))) return wrong('not-text');
  return lines.length > longest ? wrong('too-long', '', longest) : good(lines.replaceAll('\t', ' '));
}
