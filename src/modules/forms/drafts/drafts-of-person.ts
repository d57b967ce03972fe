import type { Tx } from '../../../platform/db/database.ts';
import type { Documents } from '../../documents/index.ts';
import { openDraftsOf } from './draft-store.ts';

/** An open draft as the account page lists it. */
export interface DraftLine {
  id: string;
  service: string;
  /** Key of the municipality. */
  place: string;
  updatedAt: Temporal.Instant;
}

/** The open drafts of a person, newest first, at most 50. `to(routes.portal.draft, …)` leads back into one. */
export async function draftsOfPerson(tx: Tx, _documents: Documents, personId: string): Promise<DraftLine[]> {
  const drafts = await openDraftsOf(tx, personId);
  return drafts.map(({ id, service, place, changedAt }) => ({ id, service, place, updatedAt: changedAt }));
}
