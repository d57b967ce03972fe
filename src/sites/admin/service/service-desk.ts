import type { Visit } from '../../../modules/identity/index.ts';
import type { Arrangement } from '../../../modules/territory/index.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { notFound } from '../../../platform/http/failure.ts';
import { arrangementIn } from '../../arrangements.ts';
import type { AdminWiring } from '../admin.ts';
import { type ClerkSeat, clerkSeatOf } from '../clerk-seat.ts';
import { type OverlayDesk, readArrangementOverlay, readServiceOverlay } from '../content/overlay-desk.ts';
import { type OwnService, ownService } from '../content/own-services.ts';
import type { Faults } from '../content/typed.ts';
import { type CounterFields, counterFieldsOf } from './counter-form.ts';
import { type FeeFields, feeFieldsOf } from './fee-form.ts';

/** A service of the clerk's authority with all that the page shows of it. */
export interface ServiceDesk {
  seat: ClerkSeat;
  service: OwnService;
  overlay: OverlayDesk;
  counter: OverlayDesk;
  arrangement: Arrangement;
}

/** What was typed and not kept. */
export interface TriedService {
  fields: FeeFields & CounterFields;
  faults: Faults;
  isOvertaken: boolean;
}

/** Throws `not-found` for a service for which the clerk's authority does not answer. */
export function serviceOf(wiring: AdminWiring, visit: Visit): { seat: ClerkSeat; service: OwnService } {
  const snapshot = wiring.snapshot();
  const seat = clerkSeatOf(visit, snapshot.territory);
  const service = ownService(snapshot, visit.portal, seat.authority, visit.language, visit.params.service ?? '');
  if (!service) throw notFound();
  return { seat, service };
}

export async function readServiceDesk(wiring: AdminWiring, visit: Visit, tx: Tx): Promise<ServiceDesk> {
  const { seat, service } = serviceOf(wiring, visit);
  const overlay = await readServiceOverlay(tx, visit.portal.key, seat, service.key);
  const counter = await readArrangementOverlay(tx, wiring.snapshot().published, visit.portal.key, seat);
  return { seat, service, overlay, counter, arrangement: arrangementIn(seat.authority.key, counter.layers) };
}

/** Names all that was seen; sent along with what is typed. */
export const seenOf = ({ overlay, counter }: ServiceDesk): string => `${overlay.seen}|${counter.seen}`;

/** What the fields show when nobody has typed yet. */
export const fieldsOf = ({ overlay, arrangement, service }: ServiceDesk): FeeFields & CounterFields => ({
  ...feeFieldsOf(overlay.mine),
  ...counterFieldsOf(arrangement, service.key),
});
