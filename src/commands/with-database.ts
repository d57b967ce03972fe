import { join } from 'node:path';
import { checkProvidedServer } from '../platform/postgres/provided-server.ts';
import { ensureDatabase } from '../platform/postgres/roles.ts';
import { startPostgres } from '../platform/postgres/start-postgres.ts';

/**
 * Runs `work` with the address of the database: the operator's (`DATABASE_URL`), or ours below `dataDir`, which is
 * started for it when it does not run, and then ended again.
 */
export async function withDatabase<T>(dataDir: string, work: (url: string) => Promise<T>): Promise<T> {
  const provided = process.env.DATABASE_URL;
  if (provided) {
    await checkProvidedServer(provided);
    return work(provided);
  }
  const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres'), copyDir: dataDir });
  try {
    await ensureDatabase(postgres.adminUrl, 'hall');
    return await work(postgres.url);
  } finally {
    if (!postgres.adopted) await postgres.stop();
  }
}
