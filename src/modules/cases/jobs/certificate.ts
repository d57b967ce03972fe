import type { CertificateFields, CertifiedPerson } from '../../documents/index.ts';
import type { Application } from '../case-record.ts';

/** What a certificate is about, before staff have compared it with the register. */
export type ProposedCertificate = Pick<CertificateFields, 'persons' | 'address'> & { purpose?: string };

const NOWHERE = { street: '', postcode: '', locality: '' };

/**
 * What a certificate would say if everything that was answered is right: all persons and the first address, told by
 * their shape (the form engine's kinds `person`, `people` and `address`), so that no field of any form is known here.
 */
export function proposeCertificate(application: Application): ProposedCertificate {
  const values = Object.values(application.answers);
  const persons = values.flatMap((value) => (Array.isArray(value) ? value : [value])).flatMap(personIn);
  const address = values.find(isAddress);
  const purpose = purposeIn(application);
  return { persons, address: address ?? NOWHERE, ...(purpose && { purpose }) };
}

/** What it is for, as the summary showed it: the last answered field whose name begins with `purpose`. */
const purposeIn = ({ summary }: Application): string | undefined =>
  summary.flatMap(({ rows }) => rows).findLast(({ field }) => field?.startsWith('purpose'))?.value;

function personIn(value: unknown): CertifiedPerson[] {
  const { givenName, familyName, birthdate } = (value ?? {}) as Record<string, unknown>;
  if (typeof givenName !== 'string' || typeof familyName !== 'string' || typeof birthdate !== 'string') return [];
  return [{ givenNames: givenName, familyName, dateOfBirth: birthdate }];
}

function isAddress(value: unknown): value is CertificateFields['address'] {
  const { street, postcode, locality } = (value ?? {}) as Record<string, unknown>;
  return [street, postcode, locality].every((part) => typeof part === 'string');
}
