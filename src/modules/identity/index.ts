export type { Colleague, Profile, VerifiedAttribute } from './accounts/profile.ts';
export {
  type CodeSubject,
  confirmEmailCode,
  type EmailCodes,
  isEmailConfirmed,
  requestEmailCode,
  type SendMail,
} from './email-codes/email-code.ts';
export { sweepEmailCodes } from './email-codes/email-code-store.ts';
export { createIdentity, type Identity, type IdentityWiring } from './identity.ts';
export { createLimiter, LIMITS, type Limiter, type LimitName, networkOf, TooMany } from './limits.ts';
export {
  type Action,
  isAction,
  may,
  mayEnter,
  type Role,
  type Whose,
} from './policy.ts';
export type { Attributes, IdentityProvider } from './providers/identity-provider.ts';
export { oidcProvider } from './providers/oidc/oidc-provider.ts';
export { type ProviderSettings, readProviderSettings } from './providers/provider-settings.ts';
export type { Sealer } from './sealer.ts';
export { isEnough, principalOf, type SessionLimits } from './sessions/session.ts';
export { sweepSessions } from './sessions/session-store.ts';
export { stepUp } from './sessions/step-up.ts';
export {
  ASSURANCE_LEVELS,
  type AssuranceLevel,
  type Part,
  type Session,
  STAFF_ROLES,
  type StaffRole,
  type Visit,
} from './visit.ts';
