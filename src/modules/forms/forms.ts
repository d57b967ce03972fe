import type { Clock } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Route } from '../../platform/http/route.ts';
import type { Job } from '../../platform/jobs/worker.ts';
import type { Documents } from '../documents/index.ts';
import type { Visit } from '../identity/index.ts';
import { formApiRoutes } from './api/form-routes.ts';
import { sweepDrafts } from './drafts/delete-draft.ts';
import type { FormsWiring } from './forms-wiring.ts';
import { applyRoutes } from './pages/apply-routes.ts';
import { confirmRoutes } from './pages/confirm-routes.ts';
import { deleteRoutes } from './pages/delete-routes.ts';
import { draftRoutes } from './pages/draft-routes.ts';
import { pageRoutes } from './pages/page-routes.ts';
import { resumeRoutes } from './pages/resume-routes.ts';
import { summaryRoutes } from './pages/summary-routes.ts';
import { uploadRoutes } from './pages/upload-routes.ts';

/** The module, wired. */
export interface Forms {
  /** From «apply» to the button that sends; sending itself belongs to cases. */
  routes: Route<Visit>[];
}

export const createForms = (wiring: FormsWiring): Forms => ({
  routes: [
    ...applyRoutes(wiring),
    ...draftRoutes(wiring),
    ...pageRoutes(wiring),
    ...uploadRoutes(wiring),
    ...summaryRoutes(wiring),
    ...confirmRoutes(wiring),
    ...deleteRoutes(wiring),
    ...resumeRoutes(wiring),
    ...formApiRoutes(wiring),
  ],
});

/** `sweep-drafts`, by the clock: once a day is enough. */
export const formsJobs = (of: {
  database: Database;
  documents: Documents;
  clock: Clock;
  retentionDays?: number;
}): Record<'sweep-drafts', Job> => ({
  'sweep-drafts': sweepDrafts(of.database, of.documents, of.clock, of.retentionDays),
});
