import type { Tx } from '../../platform/db/database.ts';
import type { Box } from './keys/box.ts';
import type { Ref } from './keys/data-key-store.ts';
import type { KeyProvider } from './keys/key-provider.ts';
import * as boxes from './keys/open-box.ts';

export interface DocumentsWiring {
  ring: KeyProvider;
}

/** The module, wired. */
export interface Documents {
  /** Makes the key of a new draft or case. Twice for the same one fails. */
  newBox(tx: Tx, ask: Ref & { authorityId: string }): Promise<Box>;
  /** Throws `not-found` when there is no key, it is destroyed, or not the principal's. */
  openBox(tx: Tx, ref: Ref): Promise<Box>;
  /** The box of a case whose wrapped key was read with its row. */
  boxOf(ref: { caseId: string }, authorityId: string, wrapped: Buffer): Box;
  /** On submission: the draft's key and files become the case's too. */
  handOver(
    tx: Tx,
    to: { draftId: string; caseId: string; authorityId: string },
  ): Promise<{ box: Box; wrappedKey: Buffer }>;
  /** The case's key wrapped for one more authority. */
  wrapFor(tx: Tx, caseId: string, authorityId: string): Promise<Buffer>;
  /** The draft becomes the one of a person who has signed in meanwhile. */
  grantBox(tx: Tx, draftId: string, personId: string): Promise<void>;
  /** Deletes by destroying the key; files and codes go with it. */
  destroyBox(tx: Tx, ref: Ref): Promise<void>;
}

export function createDocuments(wiring: DocumentsWiring): Documents {
  const { ring } = wiring;
  return {
    newBox: (tx, ask) => boxes.newBox(tx, ring, ask),
    openBox: (tx, ref) => boxes.openBox(tx, ring, ref),
    boxOf: (ref, authorityId, wrapped) => boxes.boxOf(ring, ref, authorityId, wrapped),
    handOver: (tx, to) => boxes.handOver(tx, ring, to),
    wrapFor: (tx, caseId, authorityId) => boxes.wrapFor(tx, ring, caseId, authorityId),
    grantBox: boxes.grantBox,
    destroyBox: boxes.destroyBox,
  };
}
