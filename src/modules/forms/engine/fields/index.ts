import type { FieldKind } from '../field-kind.ts';
import { address } from './address.ts';
import { ahvNumber } from './ahv-number.ts';
import { choice } from './choice.ts';
import { date } from './date.ts';
import { email } from './email.ts';
import { germanTaxId } from './german-tax-id.ts';
import { number } from './number.ts';
import { people } from './people.ts';
import { person } from './person.ts';
import { phone } from './phone.ts';
import { text } from './text.ts';
import { upload } from './upload.ts';
import { yesNo } from './yes-no.ts';

/** Every kind of field that a form may use. A new one is a file beside these and a line here. */
export const KINDS = {
  text,
  number,
  date,
  choice,
  'yes-no': yesNo,
  address,
  person,
  people,
  email,
  phone,
  'ahv-number': ahvNumber,
  'german-tax-id': germanTaxId,
  upload,
} as const satisfies Record<string, FieldKind>;
export type KindName = keyof typeof KINDS;

export const isKindName = (name: unknown): name is KindName => typeof name === 'string' && Object.hasOwn(KINDS, name);
export const kindOf = (name: KindName): FieldKind => KINDS[name];
