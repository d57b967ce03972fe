import { STAFF_ROLES, type StaffRole } from '../../visit.ts';
import type { Attributes, StaffClaim } from '../identity-provider.ts';

type Claims = Readonly<Record<string, unknown>>;

const MOST_CHARACTERS = 200;

/** A claim that is a text of sensible length, without control characters; anything else is as if it was not said. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length === 0 || value.length > MOST_CHARACTERS) return undefined;
  return /\p{Cc}/u.test(value) ? undefined : value.normalize('NFC').trim();
}

function matching(value: unknown, pattern: RegExp): string | undefined {
  const text = textOf(value);
  return text && pattern.test(text) ? text : undefined;
}

/**
 * What the claims of a person mean in our names.
 * @see OpenID Connect Core 1.0 §5.1 (standard claims) and §5.1.1 (address)
 */
export function attributesOf(claims: Claims): Attributes {
  const address = (typeof claims.address === 'object' && claims.address !== null ? claims.address : {}) as Claims;
  return withoutUndefined({
    givenName: textOf(claims.given_name),
    familyName: textOf(claims.family_name),
    birthdate: matching(claims.birthdate, /^\d{4}-\d{2}-\d{2}$/),
    nationality: matching(claims.nationality, /^[A-Z]{3}$/),
    email: claims.email_verified === true ? matching(claims.email, /^[^@\s]+@[^@\s]+$/) : undefined,
    ahvNumber: matching(claims.ahvn, /^756\d{10}$/),
    taxId: matching(claims.tax_id, /^\d{11}$/),
    municipality: matching(address.municipality, /^(ch|de)-\d+$/),
    street: textOf(address.street_address),
    postcode: matching(address.postal_code, /^\d{4,5}$/),
    locality: textOf(address.locality),
    country: matching(address.country, /^[A-Z]{2}$/),
  });
}

/** Where the claims say that somebody works; undefined when they say no role that we know. */
export function staffClaimOf(claims: Claims): StaffClaim | undefined {
  const role = STAFF_ROLES.find((known): known is StaffRole => known === claims.role);
  if (!role) return undefined;
  const authority = matching(claims.authority, /^(ch|de)(-[a-z0-9-]+)?$/);
  return authority ? { role, authority } : { role };
}

function withoutUndefined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
