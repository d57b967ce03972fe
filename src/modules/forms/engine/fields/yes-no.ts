import { BOOLEAN } from '../feel/feel-value.ts';
import { EMPTY, type FieldKind, good, one, textOf, wrong } from '../field-kind.ts';

/** Yes or no; not answered is neither. */
export const yesNo: FieldKind = {
  optionsSchema: { properties: {} },
  parts: () => [''],
  parse(typed) {
    const text = textOf(typed);
    if (text === '') return EMPTY;
    return text === 'yes' || text === 'no' ? good(text === 'yes') : wrong('choice-unknown');
  },
  type: (value) => one('', value === true ? 'yes' : 'no'),
  display: (value, _options, _setting, texts) => (value === true ? texts.yes : texts.no),
  feelType: () => BOOLEAN,
  schema: () => ({ type: 'boolean' }),
};
