import { nameOf, type SeededPerson, type SeededStaff } from '../people.ts';

/** The scopes of the sandbox provider and the claims that each opens. */
export const CLAIMS_OF_SCOPE: Record<string, readonly string[]> = {
  openid: ['sub', 'acr'],
  profile: ['name', 'given_name', 'family_name', 'birthdate', 'gender', 'locale'],
  email: ['email', 'email_verified'],
  address: ['address'],
  identity: ['ahvn', 'tax_id', 'nationality'],
  staff: ['authority', 'role'],
};

export type Claims = { sub: string } & Record<string, unknown>;

/** What the provider says about a person. `address.municipality` is a key of ours; AGOV says less, never more. */
export function claimsOfPerson(person: SeededPerson): Claims {
  const { address } = person;
  return {
    sub: person.key,
    name: nameOf(person),
    given_name: person.givenName,
    family_name: person.familyName,
    birthdate: person.birthdate,
    gender: person.sex,
    locale: person.language,
    email: person.email,
    email_verified: true,
    nationality: person.nationality,
    address: {
      municipality: address.municipality,
      street_address: `${address.street} ${address.houseNumber}`,
      postal_code: address.postcode,
      locality: address.locality,
      country: person.taxId ? 'DE' : 'CH',
    },
    ...(person.ahvNumber && { ahvn: person.ahvNumber.replaceAll('.', '') }),
    ...(person.taxId && { tax_id: person.taxId }),
  };
}

export function claimsOfStaff(member: SeededStaff): Claims {
  return {
    sub: member.key,
    name: nameOf(member),
    given_name: member.givenName,
    family_name: member.familyName,
    email: member.email,
    email_verified: true,
    role: member.role,
    ...(member.authority && { authority: member.authority }),
  };
}
