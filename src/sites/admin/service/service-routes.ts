import type { Visit } from '../../../modules/identity/index.ts';
import { hashOfDefinition } from '../../../modules/packs/index.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { type Answer, redirect } from '../../../platform/http/answer.ts';
import type { Route } from '../../../platform/http/route.ts';
import { to, routes as urls } from '../../../routes.ts';
import type { AdminWiring } from '../admin.ts';
import { publishFrom } from '../content/overlay-desk.ts';
import { Overtaken } from '../content/overtaken.ts';
import { type Faults, typedIn } from '../content/typed.ts';
import { textsFor } from '../texts/index.ts';
import { type CounterFields, canChooseCounter, readCounter } from './counter-form.ts';
import { type FeeFields, readFee } from './fee-form.ts';
import { readServiceDesk, seenOf, type TriedService } from './service-desk.ts';
import { servicePage } from './service-page.ts';

export const serviceRoutes = (wiring: AdminWiring): Route<Visit>[] => [
  { method: 'GET', path: urls.admin.service, access: 'content.read', handle: (visit) => show(wiring, visit) },
  { method: 'POST', path: urls.admin.service, access: 'content.edit', handle: (visit) => save(wiring, visit) },
];

async function show(wiring: AdminWiring, visit: Visit, tried?: TriedService): Promise<Answer> {
  const desk = await visit.database.transaction(visit.principal, (tx) => readServiceDesk(wiring, visit, tx));
  return servicePage(visit, desk, { seen: seenOf(desk), ...(tried && { tried }) });
}

async function save(wiring: AdminWiring, visit: Visit): Promise<Answer> {
  const field = typedIn(visit);
  const fields = {
    fee: field('fee'),
    amount: field('amount'),
    feeSource: field('feeSource'),
    days: field('days'),
    daysSource: field('daysSource'),
    office: field('office'),
    online: field('online'),
  };
  try {
    const done = await visit.database.transaction(visit.principal, (tx) => publish(wiring, visit, tx, fields));
    if (done.kind === 'faulty') return show(wiring, visit, { fields, faults: done.faults, isOvertaken: false });
    if (done.kind === 'saved') await wiring.refresh();
    const path = to(
      urls.admin.service,
      { lang: visit.language, service: visit.params.service ?? '' },
      { done: done.kind },
    );
    return redirect(visit.root + path);
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    return show(wiring, visit, { fields, faults: {}, isOvertaken: true });
  }
}

type Published = { kind: 'saved' } | { kind: 'nothing' } | { kind: 'faulty'; faults: Faults };

/** Publishes what differs from what the authority said before. Throws `Overtaken` when something was not seen. */
async function publish(
  wiring: AdminWiring,
  visit: Visit,
  tx: Tx,
  fields: FeeFields & CounterFields,
): Promise<Published> {
  const t = textsFor(visit.language, visit.portal.country);
  const desk = await readServiceDesk(wiring, visit, tx);
  const { overlay, counter, arrangement, service, seat } = desk;
  if (typedIn(visit)('seen') !== seenOf(desk) || overlay.changes.length > 0) throw new Overtaken();
  const fee = readFee(overlay.mine, fields, visit.portal.currency, t);
  const choosesCounter = canChooseCounter(arrangement, service.key);
  const place = choosesCounter
    ? readCounter({ ...counter, arrangement, service: service.key, hasForm: service.hasForm }, fields, t)
    : ({ kind: 'read', definition: counter.mine } as const);
  if (fee.kind === 'faulty' || place.kind === 'faulty') {
    const faults = { ...(fee.kind === 'faulty' && fee.faults), ...(place.kind === 'faulty' && place.faults) };
    return { kind: 'faulty', faults };
  }
  const changed = [
    { from: overlay, definition: fee.definition },
    { from: counter, definition: place.definition },
  ].filter(({ from, definition }) => !hashOfDefinition(from.mine).equals(hashOfDefinition(definition)));
  // Other parts of the arrangement wait for a decision: publishing would take it silently.
  if (changed.some(({ from }) => from.changes.length > 0)) throw new Overtaken();
  for (const { from, definition } of changed) {
    const published = await publishFrom(tx, from, seat, definition, visit.clock.now());
    if (published.kind === 'overtaken') throw new Overtaken();
  }
  return { kind: changed.length > 0 ? 'saved' : 'nothing' };
}
