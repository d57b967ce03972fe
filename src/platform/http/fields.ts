import { HallFailure } from './failure.ts';

export type Fields = Record<string, string | string[]>;

const MOST_FIELDS = 500;

/**
 * The fields of a form or a query. No prototype, at most 500 of them, no NUL, no broken UTF-8: bytes that are not text
 * can't be kept as text, so they are refused with a clear answer instead of being changed silently.
 */
export function parseFields(encoded: string): Fields {
  const fields: Fields = Object.create(null);
  let count = 0;
  for (const pair of encoded.split('&')) {
    if (pair === '') continue;
    if (++count > MOST_FIELDS) throw new HallFailure('bad-request', 400, 'too many fields');
    const cut = pair.indexOf('=');
    const name = decode(cut === -1 ? pair : pair.slice(0, cut));
    const value = decode(cut === -1 ? '' : pair.slice(cut + 1));
    const before = fields[name];
    fields[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return fields;
}

function decode(text: string): string {
  let decoded: string;
  try {
    decoded = decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new HallFailure('not-text', 400, 'broken percent or UTF-8 encoding');
  }
  if (decoded.includes('\0')) throw new HallFailure('not-text', 400, 'NUL in a field');
  return decoded.replaceAll('\r\n', '\n').normalize('NFC');
}

/** A query in which each name stands at most once. */
export function singleFields(fields: Fields): Record<string, string> {
  const single: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(fields)) {
    if (Array.isArray(value)) throw new HallFailure('bad-request', 400, 'a query parameter stands twice');
    single[name] = value;
  }
  return single;
}
