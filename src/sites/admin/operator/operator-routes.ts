import type { Visit } from '../../../modules/identity/index.ts';
import { contentRevision } from '../../../modules/packs/index.ts';
import type { Answer } from '../../../platform/http/answer.ts';
import type { Route } from '../../../platform/http/route.ts';
import { readWorkReport } from '../../../platform/jobs/report-work.ts';
import { routes as urls } from '../../../routes.ts';
import { openNotices } from '../../notice/notice-store.ts';
import type { AdminWiring } from '../admin.ts';
import { noticeRoutes } from './notice-routes.ts';
import { operatorPage } from './operator-page.ts';
import { tenantsOf } from './operator-store.ts';

export const operatorRoutes = (wiring: AdminWiring): Route<Visit>[] => [
  { method: 'GET', path: urls.admin.operator, access: 'operation.read', handle: (visit) => show(wiring, visit) },
  ...noticeRoutes(wiring),
];

async function show(wiring: AdminWiring, visit: Visit): Promise<Answer> {
  const operation = await visit.database.transaction(visit.principal, async (tx) => ({
    report: await readWorkReport(tx),
    tenants: await tenantsOf(tx),
    notices: await openNotices(tx),
    revision: await contentRevision(tx),
  }));
  const { territory } = wiring.snapshot();
  return operatorPage(visit, {
    ...operation,
    nameOf: (id) => territory.byId(id)?.name,
    upSince: visit.clock.now().subtract({ seconds: Math.round(process.uptime()) }),
    memoryBytes: process.memoryUsage.rss(),
  });
}
