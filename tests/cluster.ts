import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureRoles } from '../src/platform/postgres/ensure-roles.ts';
import { migrate } from '../src/platform/postgres/migrate.ts';
import { startPostgres } from '../src/platform/postgres/start-postgres.ts';

/** What a test file needs to know of the cluster of this run. */
export interface TestCluster {
  adminUrl: string;
  stop(): Promise<void>;
}

export const TEMPLATE = 'hall_template';

/** A fresh cluster with the migrated template database. One for a whole run; a file that runs alone starts its own. */
export async function startTestCluster(): Promise<TestCluster> {
  const folder = mkdtempSync('/tmp/hall-test-');
  chmodSync(folder, 0o711);
  const postgres = await startPostgres({
    dataDir: join(folder, 'pg'),
    copyDir: '/var/lib/schalterhalle/binaries',
    settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'],
  });
  await ensureRoles(postgres.adminUrl, TEMPLATE);
  await migrate(urlOn(postgres.adminUrl, TEMPLATE, 'hall'));
  return {
    adminUrl: postgres.adminUrl,
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `adminUrl` with another database and user. */
export const urlOn = (adminUrl: string, database: string, user?: string): string =>
  adminUrl.replace(/\/\/([^@]*)@([^/]*)\/[^?]*/, (_, who, host) => `//${user ?? who}@${host}/${database}`);
