import { NUMBER } from '../feel/feel-value.ts';
import { EMPTY, type FieldKind, good, numberIn, one, type Setting, textOf, wrong } from '../field-kind.ts';

/**
 * A number as people write it. German, French and Italian have a decimal comma; a point there is taken as one too,
 * unless it stands before exactly three digits as thousands do. Spaces and apostrophes only group.
 */
export const number: FieldKind = {
  optionsSchema: {
    properties: {
      least: { type: 'number' },
      most: { type: 'number' },
      decimals: { type: 'integer', minimum: 0, maximum: 6 },
    },
  },
  parts: () => [''],
  parse(typed, options, setting) {
    const text = textOf(typed);
    if (text === '') return EMPTY;
    const value = readNumber(text, setting.language === 'en' ? '.' : ',');
    if (value === undefined) return wrong('number');
    const decimals = numberIn(options, 'decimals', 0);
    if (Number(value.toFixed(decimals)) !== value) return decimals === 0 ? wrong('number-whole') : wrong('number');
    const least = numberIn(options, 'least', -1e12);
    const most = numberIn(options, 'most', 1e12);
    if (value < least) return wrong('number-least', '', spellNumber(least, setting));
    if (value > most) return wrong('number-most', '', spellNumber(most, setting));
    return good(value);
  },
  type: (value, _options, setting) => one('', spellNumber(value as number, setting, '')),
  display: (value, _options, setting) => spellNumber(value as number, setting),
  feelType: () => NUMBER,
  schema: (options) => ({
    type: numberIn(options, 'decimals', 0) === 0 ? 'integer' : 'number',
    minimum: numberIn(options, 'least', -1e12),
    maximum: numberIn(options, 'most', 1e12),
  }),
};

function readNumber(text: string, decimal: ',' | '.'): number | undefined {
  const plain = text.replace(/[\s'’]/g, '').replace(/^[−–]/, '-');
  if (plain.length > 20) return undefined;
  const other = decimal === ',' ? '.' : ',';
  const grouped = new RegExp(`^[+-]?\\d{1,3}(\\${other}\\d{3})+(\\${decimal}\\d+)?$`);
  const single = decimal === ',' ? /^[+-]?\d+([.,]\d+)?$/ : /^[+-]?\d+(\.\d+)?$/;
  if (grouped.test(plain)) return Number(plain.replaceAll(other, '').replace(decimal, '.'));
  if (single.test(plain)) return Number(plain.replace(',', '.'));
  return undefined;
}

/** With the language's decimal sign; `between` groups thousands. */
function spellNumber(value: number, setting: Setting, between = '\u202f'): string {
  const [whole = '', fraction] = Math.abs(value)
    .toFixed(6)
    .replace(/\.?0+$/, '')
    .split('.');
  const groups = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, between) : whole;
  const sign = value < 0 ? '-' : '';
  return sign + groups + (fraction ? (setting.language === 'en' ? '.' : ',') + fraction : '');
}
