import { STRING } from '../feel/feel-value.ts';
import { EMPTY, type FieldKind, good, one, type Setting, textOf, wrong } from '../field-kind.ts';

const PREFIX = { ch: '41', de: '49' } as const;

/** A telephone number, kept as E.164 (`+41551234567`); without prefix it is one of the portal's country. */
export const phone: FieldKind = {
  optionsSchema: { properties: {} },
  parts: () => [''],
  parse(typed, _options, setting) {
    const text = textOf(typed);
    if (text === '') return EMPTY;
    const number = read(text, setting);
    return number && /^\+[1-9]\d{6,14}$/.test(number) ? good(number) : wrong('phone');
  },
  type: (value) => one('', String(value)),
  display: (value) => spell(String(value)),
  feelType: () => STRING,
  schema: () => ({ type: 'string', pattern: '^\\+[1-9]\\d{6,14}$' }),
};

function read(text: string, setting: Setting): string | undefined {
  const plain = text.replace(/\(0\)/g, '').replace(/[\s().\-/–\u2011]/g, '');
  if (!/^\+?\d{5,17}$/.test(plain)) return undefined;
  if (plain.startsWith('+')) return plain;
  if (plain.startsWith('00')) return `+${plain.slice(2)}`;
  return plain.startsWith('0') ? `+${PREFIX[setting.country]}${plain.slice(1)}` : undefined;
}

/** `+41 55 123 45 67`; others only with the groups that hold everywhere. */
function spell(number: string): string {
  const swiss = /^\+41(\d{2})(\d{3})(\d{2})(\d{2})$/.exec(number);
  if (swiss) return `+41 ${swiss.slice(1).join(' ')}`;
  return number.replace(/^\+49(\d{2,4}?)(\d+)$/, '+49 $1 $2');
}
