export {
  ACTIONS,
  type Action,
  cellOf,
  isAction,
  may,
  mayEnter,
  ROLES,
  type Role,
  roleOf,
  type Whose,
} from './policy.ts';
export type { ProviderSettings } from './providers/provider-settings.ts';
export {
  ASSURANCE_LEVELS,
  type AssuranceLevel,
  type Part,
  type Session,
  STAFF_ROLES,
  type StaffRole,
  type Visit,
} from './visit.ts';
