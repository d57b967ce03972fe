import type { CaseDesk } from '../../modules/cases/index.ts';
import type { Identity, Visit } from '../../modules/identity/index.ts';
import type { Route } from '../../platform/http/route.ts';
import { caseRoutes } from './case/case-routes.ts';
import { inboxRoutes } from './inbox/inbox-routes.ts';

/** What the workbench is composed of. */
export interface WorkbenchWiring {
  desk: CaseDesk;
  colleaguesOf: Identity['colleaguesOf'];
}

/** Where staff work: the inbox of their authority, and one page for each case. */
export const workbenchRoutes = (wiring: WorkbenchWiring): Route<Visit>[] => [
  ...inboxRoutes(wiring),
  ...caseRoutes(wiring),
];
