import { statement, type Tx } from '../../../platform/db/database.ts';

/** How many people of an authority have signed in as staff, by role. */
export interface Tenant {
  authorityId: string;
  role: string;
  count: number;
}

const TENANTS = statement<{ authority_id: string; role: string; count: number }>(
  'admin.tenants',
  `select authority_id, role, count(*)::int as count from hall.staff_membership
    where authority_id is not null group by authority_id, role order by authority_id, role limit 5000`,
);
/** All tenants, for operators; nobody else sees any but their own. */
export const tenantsOf = async (tx: Tx): Promise<Tenant[]> =>
  (await tx.many(TENANTS)).map(({ authority_id, role, count }) => ({ authorityId: authority_id, role, count }));
