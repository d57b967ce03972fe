import { STRING } from '../feel/feel-value.ts';
import { EMPTY, type FieldKind, good, one, textOf, wrong } from '../field-kind.ts';

const LONGEST = 254;

/**
 * An e-mail address. Only what can't be one is refused; whether it is read, a code shows. The part behind @ is written
 * small, as it means the same. @see RFC 5321 §4.5.3.1
 */
export const email: FieldKind = {
  optionsSchema: { properties: {} },
  parts: () => [''],
  parse(typed) {
    const text = textOf(typed);
    if (text === '') return EMPTY;
    if (text.length > LONGEST) return wrong('too-long', '', LONGEST);
    const [local = '', domain = '', more] = text.split('@');
    const isGood =
      more === undefined &&
      /^[^\s\p{Cc}"(),:;<>[\]\\]{1,64}$/u.test(local) &&
      !/^\.|\.\.|\.$/.test(local) &&
      domain.length <= 253 &&
      domain.split('.').length >= 2 &&
      domain.split('.').every((label) => /^(?!-)[\p{L}\p{N}-]{1,63}(?<!-)$/u.test(label)) &&
      !/\.\d+$/.test(domain);
    return isGood ? good(`${local}@${domain.toLowerCase()}`) : wrong('email');
  },
  type: (value) => one('', String(value)),
  display: (value) => String(value),
  feelType: () => STRING,
  schema: () => ({ type: 'string', format: 'idn-email', maxLength: LONGEST }),
  fromAttributes: ({ email: known }) => known,
};
