import { may, type Visit } from '../../modules/identity/index.ts';
import type { Authority, Territory } from '../../modules/territory/index.ts';
import { notFound } from '../../platform/http/failure.ts';

/** Who looks after the content of which authority. */
export interface ClerkSeat {
  personId: string;
  authority: Authority;
  /** Others of the authority look, clerks change. */
  mayEdit: boolean;
}

/** Throws `not-found` for who works for no authority that there is. */
export function clerkSeatOf({ session }: Visit, territory: Territory): ClerkSeat {
  const authority = session?.staff && territory.byId(session.staff.authorityId);
  if (!session || !authority) throw notFound();
  return { personId: session.personId, authority, mayEdit: may(session, 'content.edit', 'authority') };
}
