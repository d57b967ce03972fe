import type { Tx } from '../../../platform/db/database.ts';
import type { Attributes } from '../providers/identity-provider.ts';
import { openText, type Sealer } from '../sealer.ts';
import type { AssuranceLevel, StaffRole } from '../visit.ts';
import { attributesOfAccount, membersOf } from './account-store.ts';

/** One thing that a provider said about a person, locked: it changes only by another sign-in. */
export interface VerifiedAttribute {
  value: string;
  source: string;
  level: AssuranceLevel;
  at: Temporal.Instant;
}

export type Profile = { [Name in keyof Attributes]?: VerifiedAttribute };

/** What is known of the person whom the transaction runs for; of anybody else nothing is found. */
export async function profileOf(tx: Tx, sealer: Sealer, personId: string): Promise<Profile> {
  const rows = await attributesOfAccount(tx, personId);
  return Object.fromEntries(
    rows.map(({ name, sealed, source, level, verified_at }) => [
      name,
      {
        value: openText(sealer, `account/${personId}/${name}`, sealed),
        source,
        level,
        at: verified_at.toTemporalInstant(),
      },
    ]),
  ) as Profile;
}

export interface Colleague {
  personId: string;
  name: string;
  role: StaffRole;
}

/** The staff of an authority that have ever signed in, by name. Seen by staff of the same authority only. */
export async function colleaguesOf(tx: Tx, sealer: Sealer, authorityId: string): Promise<Colleague[]> {
  const rows = await membersOf(tx, authorityId);
  return rows
    .map(({ account_id, role, sealed_name }) => ({
      personId: account_id,
      name: openText(sealer, `membership/${account_id}`, sealed_name),
      role,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
