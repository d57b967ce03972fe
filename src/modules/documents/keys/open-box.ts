import { randomBytes } from 'node:crypto';
import type { Tx } from '../../../platform/db/database.ts';
import { notFound } from '../../../platform/http/failure.ts';
import { askForJob } from '../../../platform/jobs/outbox.ts';
import { type Box, boxIn } from './box.ts';
import {
  type DataKeyRow,
  deleteKey,
  findKey,
  grantKey,
  handOverKey,
  insertKey,
  lockKey,
  type Ref,
} from './data-key-store.ts';
import type { KeyProvider } from './key-provider.ts';

const placeOf = (ref: Ref): string => (ref.draftId === undefined ? `case:${ref.caseId}` : `draft:${ref.draftId}`);

/** Once a draft was handed over, its key is wrapped for the case. */
const wrapPlaceOf = (row: DataKeyRow): string =>
  row.case_id === null ? `draft:${row.draft_id}` : `case:${row.case_id}`;

/** Makes the key of a new draft or case. Twice for the same one fails. */
export async function newBox(tx: Tx, ring: KeyProvider, ask: Ref & { authorityId: string }): Promise<Box> {
  const dataKey = randomBytes(32);
  await insertKey(tx, ask, ask.authorityId, ring.wrap(ask.authorityId, placeOf(ask), dataKey));
  return boxIn(placeOf(ask), dataKey);
}

/** The key itself, for the files. Throws `not-found` when there is none, when it is destroyed, or not the principal's. */
export async function openDataKey(tx: Tx, ring: KeyProvider, ref: Ref): Promise<Buffer> {
  return unwrap(ring, await findKey(tx, ref));
}

function unwrap(ring: KeyProvider, row: DataKeyRow | undefined): Buffer {
  if (!row) throw notFound();
  return ring.unwrap(row.authority_id, wrapPlaceOf(row), row.wrapped);
}

/** The box of a draft or case. Throws `not-found` as above. */
export const openBox = async (tx: Tx, ring: KeyProvider, ref: Ref): Promise<Box> =>
  boxIn(placeOf(ref), await openDataKey(tx, ring, ref));

/** The box of a case whose wrapped key was read with its row, so that a list needs no further query. */
export const boxOf = (ring: KeyProvider, ref: { caseId: string }, authorityId: string, wrapped: Buffer): Box =>
  boxIn(placeOf(ref), ring.unwrap(authorityId, placeOf(ref), wrapped));

/**
 * The draft's key and files become those of its case, wrapped for `authorityId`. `wrappedKey` is the key as wrapped for
 * this authority, to lie beside its participation. What was sealed in the draft's box stays readable through the draft.
 */
export async function handOver(
  tx: Tx,
  ring: KeyProvider,
  to: { draftId: string; caseId: string; authorityId: string },
): Promise<{ box: Box; wrappedKey: Buffer }> {
  const dataKey = unwrap(ring, await lockKey(tx, to.draftId));
  const wrappedKey = ring.wrap(to.authorityId, placeOf({ caseId: to.caseId }), dataKey);
  if (!(await handOverKey(tx, to, wrappedKey))) throw notFound();
  return { box: boxIn(placeOf({ caseId: to.caseId }), dataKey), wrappedKey };
}

/** The case's key wrapped for one more authority that takes part in it. */
export const wrapFor = async (tx: Tx, ring: KeyProvider, caseId: string, authorityId: string): Promise<Buffer> =>
  ring.wrap(authorityId, placeOf({ caseId }), await openDataKey(tx, ring, { caseId }));

/** The draft becomes the one of a person who has signed in meanwhile. */
export const grantBox = (tx: Tx, draftId: string, personId: string): Promise<void> => grantKey(tx, draftId, personId);

/**
 * Destroys the key of a draft or case: all that was sealed with it can't be read again, by anybody, on any copy. Copies
 * of the wrapped key beside a participation are deleted by who wrote them, in the same transaction.
 */
export async function destroyBox(tx: Tx, ref: Ref): Promise<void> {
  for (const fileId of await deleteKey(tx, ref)) await askForJob(tx, 'remove-file', { fileId });
}
