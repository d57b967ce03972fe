/**
 * Who a transaction runs for. It is written into the transaction once (`SET LOCAL`) and row-level security
 * reads it; what is not said is not seen. Ids are UUIDs.
 */
export type Principal =
  | { kind: 'anonymous' }
  /** Somebody without an account who holds the secret of one draft or one case. */
  | { kind: 'applicant'; draftId?: string; caseId?: string }
  | { kind: 'person'; personId: string; actingForId?: string }
  | { kind: 'staff'; personId: string; authorityId: string }
  | { kind: 'operator'; personId: string }
  /** A job works under the context of what it was made for, never under a general one. */
  | { kind: 'job'; authorityId?: string; caseId?: string; draftId?: string; personId?: string }
  | { kind: 'application'; applicationId: string; authorityId: string };

export const ANONYMOUS: Principal = { kind: 'anonymous' };

/** The parts of a principal in this order; '' means that it has none. */
export function settingsOf(
  principal: Principal,
): [kind: string, person: string, actingFor: string, authority: string, caseId: string, draft: string] {
  const given = principal as {
    personId?: string;
    actingForId?: string;
    authorityId?: string;
    caseId?: string;
    draftId?: string;
  };
  return [
    principal.kind,
    given.personId ?? '',
    given.actingForId ?? '',
    given.authorityId ?? '',
    given.caseId ?? '',
    given.draftId ?? '',
  ];
}

const NAMES = ['kind', 'person', 'acting_for', 'authority', 'case', 'draft'] as const;

/** The settings `hall.*` by which the database knows a principal: those that it has. */
export const contextOf = (principal: Principal): (readonly [name: string, value: string])[] =>
  settingsOf(principal)
    .map((value, index) => [NAMES[index] as string, value] as const)
    .filter(([, value]) => value !== '');
