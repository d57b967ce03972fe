import type { Visit } from '../../../modules/identity/index.ts';

/** What somebody typed into one of the forms of a case, by name. */
export type Typed = Readonly<Record<string, string>>;

/** What is wrong with a field: its id in the page, and a text's key. */
export interface Fault {
  field: string;
  what: 'missing' | 'tooLong' | 'badDate' | 'noPerson' | 'nobodyChosen';
}

const LONGEST = 6_000;

export const typedIn = ({ body }: Visit): Typed =>
  Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]));

export function faultIn(field: string, text: string | undefined): Fault | undefined {
  const words = (text ?? '').trim();
  if (words === '') return { field, what: 'missing' };
  return words.length > LONGEST ? { field, what: 'tooLong' } : undefined;
}
