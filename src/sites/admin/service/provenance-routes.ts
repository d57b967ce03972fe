import type { Visit } from '../../../modules/identity/index.ts';
import { type Answer, redirect } from '../../../platform/http/answer.ts';
import type { Route } from '../../../platform/http/route.ts';
import { to, routes as urls } from '../../../routes.ts';
import type { AdminWiring } from '../admin.ts';
import { readDecision } from '../content/decision.ts';
import { publishFrom, readServiceOverlay } from '../content/overlay-desk.ts';
import { Overtaken } from '../content/overtaken.ts';
import { type Faults, typedIn } from '../content/typed.ts';
import { textsFor } from '../texts/index.ts';
import { provenancePage } from './provenance-page.ts';
import { serviceOf } from './service-desk.ts';

export const provenanceRoutes = (wiring: AdminWiring): Route<Visit>[] => [
  { method: 'GET', path: urls.admin.provenance, access: 'content.read', handle: (visit) => show(wiring, visit) },
  { method: 'POST', path: urls.admin.provenance, access: 'content.edit', handle: (visit) => decide(wiring, visit) },
];

async function show(
  wiring: AdminWiring,
  visit: Visit,
  tried?: { faults: Faults; isOvertaken: boolean },
): Promise<Answer> {
  const { seat, service } = serviceOf(wiring, visit);
  const [overlay, colleagues] = await visit.database.transaction(visit.principal, async (tx) => [
    await readServiceOverlay(tx, visit.portal.key, seat, service.key),
    await wiring.colleaguesOf(tx, seat.authority.id),
  ]);
  const names = new Map(colleagues.map(({ personId, name }) => [personId, name]));
  return provenancePage(visit, { seat, service, overlay, names }, tried);
}

async function decide(wiring: AdminWiring, visit: Visit): Promise<Answer> {
  const { seat, service } = serviceOf(wiring, visit);
  const t = textsFor(visit.language, visit.portal.country);
  try {
    const faults = await visit.database.transaction(visit.principal, async (tx): Promise<Faults | undefined> => {
      const overlay = await readServiceOverlay(tx, visit.portal.key, seat, service.key);
      if (overlay.seen !== typedIn(visit)('seen') || overlay.changes.length === 0) throw new Overtaken();
      const decision = readDecision(visit, overlay, t);
      if (decision.kind === 'faulty') return decision.faults;
      const published = await publishFrom(tx, overlay, seat, decision.definition, visit.clock.now());
      if (published.kind === 'overtaken') throw new Overtaken();
      return undefined;
    });
    if (faults) return show(wiring, visit, { faults, isOvertaken: false });
  } catch (error) {
    if (error instanceof Overtaken) return show(wiring, visit, { faults: {}, isOvertaken: true });
    throw error;
  }
  await wiring.refresh();
  const path = to(urls.admin.provenance, { lang: visit.language, service: service.key }, { done: 'saved' });
  return redirect(visit.root + path);
}
