import type { StaffRole, Visit } from '../../modules/identity/index.ts';
import { notFound } from '../../platform/http/failure.ts';

/** Who sits here, and for which authority. */
export interface Seat {
  personId: string;
  authorityId: string;
  role: StaffRole;
}

/** Throws `not-found` for who works for no authority. */
export function seatOf({ session }: Visit): Seat {
  if (!session?.staff) throw notFound();
  return { personId: session.personId, ...session.staff };
}
