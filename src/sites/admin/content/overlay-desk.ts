/**
 * Everything a clerk has before them when they change one piece of content: what holds now, what would hold without
 * their own say, and what has changed above it. Read anew from the database each time, in the transaction that writes.
 */
import {
  type ChangeAbove,
  changesAbove,
  type Definition,
  definitionOf,
  layersBelow,
  layersNow,
  nameOfLayers,
  overlayOf,
  type PackKind,
  type Published,
  type PublishedOverlay,
  publishOverlay,
  type Shelf,
  shelvesOf,
  type Version,
  versionsOn,
} from '../../../modules/packs/index.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { arrangementShelves, withOfficesByKey } from '../../arrangements.ts';
import type { ClerkSeat } from '../clerk-seat.ts';

export interface OverlayDesk {
  kind: PackKind;
  key: string;
  /** All versions on the shelves, the newest first. */
  versions: readonly Version[];
  layers: readonly Version[];
  /** What holds, what would hold without the own overlay, and what that says. */
  merged: Definition;
  above: Definition;
  mine: Definition;
  changes: readonly ChangeAbove[];
  /** Names what was seen; sent along with what is typed. */
  seen: string;
  /** Number of the newest overlay, taken back or not; 0: there was none. */
  after: number;
  /** Number of the version right above. */
  basedOn: number | null;
}

export const readServiceOverlay = (tx: Tx, portal: string, seat: ClerkSeat, service: string): Promise<OverlayDesk> =>
  readDesk(tx, 'service', service, shelvesOf(service, portal, seat.authority.key));

export const readArrangementOverlay = (
  tx: Tx,
  published: Published,
  portal: string,
  seat: ClerkSeat,
): Promise<OverlayDesk> =>
  readDesk(tx, 'authority', seat.authority.key, arrangementShelves(published, portal, seat.authority.key));

async function readDesk(tx: Tx, kind: PackKind, key: string, shelves: readonly Shelf[]): Promise<OverlayDesk> {
  const written = await versionsOn(tx, kind, shelves);
  const versions = kind === 'authority' ? withOfficesByKey(written) : written;
  const layers = layersNow(versions, shelves);
  const own = overlayOf(versions, shelves);
  const below = own ? layersBelow(versions, shelves, own) : layers;
  const scope = shelves.at(-1)?.scope;
  return {
    kind,
    key,
    versions,
    layers,
    merged: definitionOf(layers),
    above: definitionOf(below),
    mine: own?.definition ?? {},
    changes: changesAbove(versions, shelves),
    seen: nameOfLayers(layers),
    after: Math.max(0, ...versions.filter((each) => each.scope === scope && each.origin === 'overlay').map(numberOf)),
    basedOn: below.at(-1)?.number ?? null,
  };
}

const numberOf = ({ number }: Version): number => number;

/** Publishes `definition` as what the authority of `seat` says otherwise. The last thing in a transaction. */
export const publishFrom = (
  tx: Tx,
  desk: OverlayDesk,
  seat: ClerkSeat,
  definition: Definition,
  at: Temporal.Instant,
): Promise<PublishedOverlay> =>
  publishOverlay(
    tx,
    {
      kind: desk.kind,
      key: desk.key,
      authority: seat.authority,
      definition,
      basedOn: desk.basedOn,
      after: desk.after,
      writtenBy: seat.personId,
    },
    at,
  );
