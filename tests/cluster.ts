import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, livePostmaster } from '../src/platform/postgres/lock-file.ts';
import { migrate } from '../src/platform/postgres/migrate.ts';
import { ensureDatabase } from '../src/platform/postgres/roles.ts';
import { startPostgres } from '../src/platform/postgres/start-postgres.ts';
import { urlOn } from '../src/platform/postgres/with-client.ts';

/** What a test file needs to know of the cluster of this run. */
export interface TestCluster {
  adminUrl: string;
  stop(): Promise<void>;
}

/** The migrated database that each test file copies. */
export const TEMPLATE = 'hall_template';

/** Any number of ours: a template can't be copied while somebody else copies it. */
export const COPY_LOCK = 4_822_003;

const FOLDER = '/tmp/hall-test-';

/**
 * A fresh cluster with the migrated template database. One for a whole run (scripts/run-tests.mjs); a file that runs
 * alone starts its own. `POSTGRES_HOME` chooses another PostgreSQL, e.g. /usr/lib/postgresql/15.
 */
export async function startTestCluster(): Promise<TestCluster> {
  sweep();
  const folder = mkdtempSync(`${FOLDER}${process.pid}-`);
  chmodSync(folder, 0o711);
  const postgres = await startPostgres({
    dataDir: join(folder, 'pg'),
    copyDir: '/var/lib/schalterhalle/binaries',
    ...(process.env.POSTGRES_HOME && { home: process.env.POSTGRES_HOME }),
    settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'],
  });
  const stop = async () => {
    await postgres.stop('immediate');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ensureDatabase(postgres.adminUrl, TEMPLATE);
    await migrate(urlOn(postgres.adminUrl, TEMPLATE, 'hall'));
  } catch (error) {
    await stop();
    throw error;
  }
  return { adminUrl: postgres.adminUrl, stop };
}

/** Clusters whose test process was killed: ended and removed by the next one. */
function sweep(): void {
  for (const name of readdirSync('/tmp')) {
    const starter = /^hall-test-(\d+)-\w+$/.exec(name)?.[1];
    if (starter === undefined || isAlive(Number(starter))) continue;
    const postmaster = livePostmaster(join('/tmp', name, 'pg', 'cluster'));
    try {
      if (postmaster !== undefined) process.kill(postmaster, 'SIGQUIT');
      else rmSync(join('/tmp', name), { recursive: true, force: true });
    } catch {
      // Another user's: theirs to sweep.
    }
  }
}
