import type { Id } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { recordActs } from '../audit/index.ts';
import { insertNext } from './pack-store.ts';
import type { Definition, PackKind } from './version.ts';

export interface Overlay {
  kind: PackKind;
  key: string;
  authority: { id: Id<'authority'>; key: string };
  /** All that the authority says otherwise, not only what is new. Empty: it takes back what it said. */
  definition: Definition;
  /** Number of the version right above, as the clerk saw it. */
  basedOn: number | null;
  /** Number of the overlay that this one follows, as the clerk saw it; 0 when there was none. */
  after: number;
  writtenBy: string;
}

export type PublishedOverlay =
  | { kind: 'published'; number: number }
  /** Somebody else has published since: nothing was written. */
  | { kind: 'overtaken' };

/**
 * Publishes what an authority says otherwise, as the next version of its overlay, and records it in the authority's log.
 * Call it last in the transaction of a member of its staff: the database refuses every other authority's scope.
 */
export async function publishOverlay(tx: Tx, overlay: Overlay, at: Temporal.Instant): Promise<PublishedOverlay> {
  const { authority, kind, key, definition, basedOn, after, writtenBy } = overlay;
  const id = await insertNext(
    tx,
    {
      kind,
      key,
      scope: `authority:${authority.key}`,
      origin: 'overlay',
      basedOn,
      authorityId: authority.id,
      definition,
      number: after + 1,
      writtenBy,
      withdrawn: Object.keys(definition).length === 0,
    },
    at,
  );
  if (id === undefined) return { kind: 'overtaken' };
  await recordActs(tx, at, [
    {
      chain: authority.key,
      act: 'content.changed',
      authorityId: authority.id,
      subject: { kind: 'content', id },
      details: { kind, key, number: after + 1 },
    },
  ]);
  return { kind: 'published', number: after + 1 };
}
