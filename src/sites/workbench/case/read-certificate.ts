import type { DecisionWords, ProposedCertificate } from '../../../modules/cases/index.ts';
import type { Fault, Typed } from './typed.ts';

type Certificate = NonNullable<DecisionWords['certificate']>;

export const MOST_PERSONS = 12;
const LONGEST = 120;
const PERSON_PARTS = ['familyName', 'givenNames', 'dateOfBirth', 'origin'] as const;

/** What stands in the form before anybody has typed: what the application says. */
export function typedOf(proposed: ProposedCertificate): Typed {
  const typed: Record<string, string> = { ...proposed.address, purpose: proposed.purpose ?? '' };
  proposed.persons.slice(0, MOST_PERSONS).forEach((person, index) => {
    for (const part of PERSON_PARTS) typed[`${part}-${index}`] = person[part] ?? '';
  });
  return typed;
}

/** How many rows the form has: as many persons as there are, and at least one. */
export const rowsOf = (typed: Typed): number =>
  Math.max(1, ...Array.from({ length: MOST_PERSONS }, (_, row) => (`familyName-${row}` in typed ? row + 1 : 0)));

/** What the certificate will say, as staff have confirmed it. Rows in which nothing stands don't count. */
export function readCertificate(
  typed: Typed,
): { kind: 'certificate'; certificate: Certificate } | { kind: 'wrong'; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const words = (name: string, isNeeded: boolean): string => {
    const text = (typed[name] ?? '').trim();
    if (isNeeded && text === '') faults.push({ field: name, what: 'missing' });
    if (text.length > LONGEST) faults.push({ field: name, what: 'tooLong' });
    return text;
  };
  const date = (name: string, isNeeded: boolean): string => {
    const text = words(name, isNeeded);
    if (text !== '' && !isDate(text)) faults.push({ field: name, what: 'badDate' });
    return text;
  };
  const persons = Array.from({ length: rowsOf(typed) }, (_, row) => row)
    .filter((row) => PERSON_PARTS.some((part) => (typed[`${part}-${row}`] ?? '').trim() !== ''))
    .map((row) => {
      const origin = words(`origin-${row}`, false);
      return {
        familyName: words(`familyName-${row}`, true),
        givenNames: words(`givenNames-${row}`, true),
        dateOfBirth: date(`dateOfBirth-${row}`, true),
        ...(origin && { origin }),
      };
    });
  if (persons.length === 0) faults.push({ field: 'familyName-0', what: 'noPerson' });
  const address = {
    street: words('street', true),
    postcode: words('postcode', true),
    locality: words('locality', true),
  };
  const since = date('since', false);
  const purpose = words('purpose', false);
  if (faults.length > 0) return { kind: 'wrong', faults };
  return {
    kind: 'certificate',
    certificate: { persons, address, ...(since && { since }), ...(purpose && { purpose }) },
  };
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
