import type { Identity, Visit } from '../../modules/identity/index.ts';
import type { Route } from '../../platform/http/route.ts';
import type { Snapshot } from '../snapshot.ts';
import { homeRoutes } from './home/home-routes.ts';
import { officeRoutes } from './office/office-routes.ts';
import { operatorRoutes } from './operator/operator-routes.ts';
import { provenanceRoutes } from './service/provenance-routes.ts';
import { serviceRoutes } from './service/service-routes.ts';

/** What the pages of clerks and operators are composed of. */
export interface AdminWiring {
  snapshot(): Snapshot;
  colleaguesOf: Identity['colleaguesOf'];
  /** Content or a notice has changed: whoever keeps it in memory looks now, not only when it is time. */
  refresh(): Promise<void>;
}

/** Where clerks look after what their authority says, and operators after the installation. */
export const adminRoutes = (wiring: AdminWiring): Route<Visit>[] => [
  ...homeRoutes(wiring),
  ...officeRoutes(wiring),
  ...serviceRoutes(wiring),
  ...provenanceRoutes(wiring),
  ...operatorRoutes(wiring),
];
