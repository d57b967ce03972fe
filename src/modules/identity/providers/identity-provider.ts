import { HallFailure } from '../../../platform/http/failure.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import type { AssuranceLevel, StaffRole } from '../visit.ts';

/** An outside party that says who somebody is, in our words. OpenID Connect today; SAML and the e-ID fit as well. */
export interface IdentityProvider {
  readonly key: string;
  readonly for: 'people' | 'staff';
  readonly name: Partial<Record<Language, string>>;
  readonly recommended: boolean;
  /** Where to send the browser, and what must be remembered for this browser until it returns. */
  start(request: SignInRequest): Promise<SignInStart>;
  /**
   * What came back, checked. `returned` is the full address that the browser returned to.
   * Throws `ProviderAway` when the provider can't be reached or does not answer in time.
   */
  finish(secrets: Secrets, returned: URL): Promise<Identified | Refused>;
}

export interface SignInRequest {
  /** Absolute address below the portal, known to the provider. */
  returnAddress: string;
  language: Language;
  /** The least level that is wanted. */
  level: AssuranceLevel;
}

/** What only this browser may know between start and return; kept in a sealed cookie. */
export type Secrets = Readonly<Record<string, string>>;

export interface SignInStart {
  to: string;
  secrets: Secrets;
}

export interface Identified {
  kind: 'identified';
  /** The provider's name for the person; means something only together with the provider. */
  subject: string;
  level: Exclude<AssuranceLevel, 'none'>;
  attributes: Attributes;
  staff?: StaffClaim;
}

/** What a provider may tell about a person, in our names. Dates are ISO, numbers are digits only. */
export interface Attributes {
  givenName?: string;
  familyName?: string;
  birthdate?: string;
  nationality?: string;
  email?: string;
  ahvNumber?: string;
  taxId?: string;
  municipality?: string;
  street?: string;
  postcode?: string;
  locality?: string;
  country?: string;
}

/** Where somebody works, as their authority's provider says; without authority: an operator. */
export interface StaffClaim {
  authority?: string;
  role: StaffRole;
}

/** A sign-in that did not happen. `detail` is a code for the log, without personal data. */
export interface Refused {
  kind: 'refused';
  reason: 'cancelled' | 'wrong-answer' | 'level-unknown' | 'level-too-low' | 'not-staff';
  detail: string;
}

export const refused = (reason: Refused['reason'], detail: string): Refused => ({ kind: 'refused', reason, detail });

/** The provider can't be reached, is late, or is broken: not the person's fault, try again later. */
export class ProviderAway extends HallFailure {
  constructor(provider: string, detail: string, cause?: unknown) {
    super('provider-away', 503, `${provider}: ${detail}`, cause);
  }
}
