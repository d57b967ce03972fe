import type { Visit } from '../../../modules/identity/index.ts';
import { hashOfDefinition } from '../../../modules/packs/index.ts';
import type { Office } from '../../../modules/territory/index.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { type Answer, redirect } from '../../../platform/http/answer.ts';
import { notFound } from '../../../platform/http/failure.ts';
import type { Route } from '../../../platform/http/route.ts';
import { to, routes as urls } from '../../../routes.ts';
import { arrangementIn } from '../../arrangements.ts';
import type { AdminWiring } from '../admin.ts';
import { type ClerkSeat, clerkSeatOf } from '../clerk-seat.ts';
import { readDecision } from '../content/decision.ts';
import { type OverlayDesk, publishFrom, readArrangementOverlay } from '../content/overlay-desk.ts';
import { Overtaken } from '../content/overtaken.ts';
import { type Faults, typedIn } from '../content/typed.ts';
import { textsFor } from '../texts/index.ts';
import { OFFICE_FIELDS, type OfficeFields, readOffice } from './office-form.ts';
import { officePage } from './office-page.ts';
import { officesPage } from './offices-page.ts';

export const officeRoutes = (wiring: AdminWiring): Route<Visit>[] => [
  { method: 'GET', path: urls.admin.authority, access: 'content.read', handle: (visit) => show(wiring, visit) },
  { method: 'POST', path: urls.admin.authority, access: 'content.edit', handle: (visit) => save(wiring, visit) },
];

/** The offices of the clerk's authority. */
export interface OfficesDesk {
  seat: ClerkSeat;
  overlay: OverlayDesk;
  offices: readonly Office[];
}

export interface TriedOffice {
  fields?: OfficeFields;
  faults: Faults;
  isOvertaken: boolean;
}

async function readDesk(wiring: AdminWiring, visit: Visit, tx: Tx): Promise<OfficesDesk> {
  const { territory, published } = wiring.snapshot();
  const seat = clerkSeatOf(visit, territory);
  const overlay = await readArrangementOverlay(tx, published, visit.portal.key, seat);
  return { seat, overlay, offices: arrangementIn(seat.authority.key, overlay.layers).offices };
}

/** All offices; with `office=` one of them to change. Throws `not-found` for an office that there is not. */
async function show(wiring: AdminWiring, visit: Visit, tried?: TriedOffice): Promise<Answer> {
  const desk = await visit.database.transaction(visit.principal, (tx) => readDesk(wiring, visit, tx));
  const wanted = typedIn(visit)('office') || visit.query.office;
  const waits = desk.overlay.changes.length > 0;
  if (wanted === undefined || waits || !desk.seat.mayEdit) return officesPage(visit, desk, tried);
  return officePage(visit, desk, officeOf(desk, wanted), tried);
}

function officeOf({ offices }: OfficesDesk, wanted: string): Office {
  const office = offices.find(({ key }) => key === wanted);
  if (!office) throw notFound();
  return office;
}

async function save(wiring: AdminWiring, visit: Visit): Promise<Answer> {
  const field = typedIn(visit);
  const fields = Object.fromEntries(OFFICE_FIELDS.map((name) => [name, field(name)])) as OfficeFields;
  const isDecision = field('decide') === 'yes';
  const kept = isDecision ? {} : { fields };
  try {
    const done = await visit.database.transaction(visit.principal, (tx) => publish(wiring, visit, tx, kept.fields));
    if (done.kind === 'faulty') return show(wiring, visit, { ...kept, faults: done.faults, isOvertaken: false });
    if (done.kind === 'saved') await wiring.refresh();
    return redirect(visit.root + to(urls.admin.authority, { lang: visit.language }, { done: done.kind }));
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    return show(wiring, visit, { ...kept, faults: {}, isOvertaken: true });
  }
}

type Done = { kind: 'saved' } | { kind: 'nothing' } | { kind: 'faulty'; faults: Faults };

/** Publishes an office as typed, or without `fields` what was decided of the changes above. */
async function publish(wiring: AdminWiring, visit: Visit, tx: Tx, fields: OfficeFields | undefined): Promise<Done> {
  const t = textsFor(visit.language, visit.portal.country);
  const field = typedIn(visit);
  const desk = await readDesk(wiring, visit, tx);
  const { overlay, seat } = desk;
  const waits = overlay.changes.length > 0;
  if (field('seen') !== overlay.seen || waits !== (fields === undefined)) throw new Overtaken();
  const read = fields
    ? readOffice({ ...overlay, key: officeOf(desk, field('office')).key, country: visit.portal.country }, fields, t)
    : readDecision(visit, overlay, t);
  if (read.kind === 'faulty') return read;
  if (fields && hashOfDefinition(overlay.mine).equals(hashOfDefinition(read.definition))) return { kind: 'nothing' };
  const published = await publishFrom(tx, overlay, seat, read.definition, visit.clock.now());
  if (published.kind === 'overtaken') throw new Overtaken();
  return { kind: 'saved' };
}
