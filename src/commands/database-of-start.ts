import { join } from 'node:path';
import { checkProvidedServer } from '../platform/postgres/provided-server.ts';
import { ensureDatabase } from '../platform/postgres/roles.ts';
import { type RunningPostgres, startPostgres } from '../platform/postgres/start-postgres.ts';

/** The database of this start: the operator's, or the one that we bring along. */
export interface DatabaseOfStart {
  url: string;
  /** From now on it is started again when it dies; the pools find it on the same socket. */
  keepAlive(tell: (line: string) => void): void;
  /** Ends ours; the operator's is left alone. */
  stop(): Promise<void>;
}

/** `DATABASE_URL` if it is set (checked, not started), else our own PostgreSQL below `dataDir`. */
export async function databaseOfStart(dataDir: string, provided: string | undefined): Promise<DatabaseOfStart> {
  if (provided) {
    await checkProvidedServer(provided);
    return { url: provided, keepAlive: () => undefined, stop: async () => undefined };
  }
  const place = { dataDir: join(dataDir, 'postgres'), copyDir: dataDir };
  let running = await startPostgres(place);
  await ensureDatabase(running.adminUrl, 'hall');
  let stopping = false;
  const watch = (postgres: RunningPostgres, tell: (line: string) => void) =>
    postgres.onDeath(async () => {
      if (stopping) return;
      tell('PostgreSQL ended; starting it again');
      try {
        running = await startPostgres(place);
        watch(running, tell);
      } catch (error) {
        console.error(error);
        process.exit(1);
      }
    });
  return {
    url: running.url,
    keepAlive: (tell) => watch(running, tell),
    async stop() {
      stopping = true;
      await running.stop();
    },
  };
}
