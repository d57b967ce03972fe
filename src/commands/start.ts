import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { readSettings, type Settings } from '../platform/config/settings.ts';
import { HallFailure } from '../platform/http/failure.ts';
import { checkProvidedServer, ensureRoles } from '../platform/postgres/ensure-roles.ts';
import { migrate } from '../platform/postgres/migrate.ts';
import { type RunningPostgres, startPostgres } from '../platform/postgres/start-postgres.ts';
import { type Kept, keepRunning } from '../platform/supervisor/keep-running.ts';
import { refuseUnsafeProduction } from './refuse-unsafe-production.ts';
import { seed } from './seed.ts';
import { welcome } from './welcome.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const START_LOCK = 4_822_000;
const PATIENCE_MS = 20_000;
const tell = (line: string) => console.log(line);

/** `npm start`: PostgreSQL, `serve` and `work`, each started again when it dies, all ended together. */
export async function run(): Promise<void> {
  const dataDir = dataDirectory();
  refuseUnsafeProduction(process.env, process.getuid?.() === 0);
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const provided = process.env.DATABASE_URL;
  const database = provided ? undefined : await startPostgres({ dataDir: join(dataDir, 'postgres'), copyDir: dataDir });
  const url = provided ?? (database as RunningPostgres).url;
  if (provided) await checkProvidedServer(provided);
  else await ensureRoles((database as RunningPostgres).adminUrl);
  const release = await takeStartLock(url, dataDir);
  const settings = readSettings(process.env, dataDir, url);
  await migrate(url);
  await seed(settings, tell);
  const children = startChildren(settings);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await Promise.all(children.map((child) => child.stop(PATIENCE_MS)));
    await release();
    await database?.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  if (database) watchDatabase(database, dataDir, () => stopping);
}

/** `DATA_DIR`; else `/var/lib/schalterhalle` for root, and a folder of one's own for everybody else. */
function dataDirectory(): string {
  if (process.env.DATA_DIR) return process.env.DATA_DIR;
  if (process.getuid?.() === 0) return '/var/lib/schalterhalle';
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'schalterhalle');
}

function startChildren(settings: Settings): Kept[] {
  const environment = { ...process.env, DATA_DIR: settings.dataDir, DATABASE_URL: settings.databaseUrl };
  let ready = 0;
  const onMessage = (message: unknown) => {
    if (message === 'ready' && ++ready === 2) welcome(settings, tell);
  };
  return ['serve', 'work'].map((name) => keepRunning({ name, command: [MAIN, name], environment, onMessage, tell }));
}

/** A database that dies is started again on the same socket; the pools find it there. */
function watchDatabase(database: RunningPostgres, dataDir: string, stopping: () => boolean): void {
  database.onDeath(async () => {
    if (stopping()) return;
    tell('PostgreSQL ended; starting it again');
    try {
      const next = await startPostgres({ dataDir: join(dataDir, 'postgres'), copyDir: dataDir });
      database.stop = next.stop;
      watchDatabase(next, dataDir, stopping);
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
  });
}

/** One start at a time on one database: a lock that lives as long as we do. Throws `already-running`. */
async function takeStartLock(url: string, dataDir: string): Promise<() => Promise<void>> {
  let holder = await lockOn(url);
  if (!holder)
    throw new HallFailure(
      'already-running',
      500,
      `a hall already runs on ${dataDir}; stop it first, or set another DATA_DIR and PORT`,
    );
  let released = false;
  const again = async () => {
    if (released) return;
    holder = await lockOn(url).catch(() => undefined);
    if (holder) holder.once('error', () => setTimeout(again, 500));
    else setTimeout(again, 500);
  };
  holder.once('error', () => setTimeout(again, 500));
  return async () => {
    released = true;
    await holder?.end().catch(() => undefined);
  };
}

async function lockOn(url: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: `start ${dirname(MAIN)}`.slice(0, 60) });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [START_LOCK]);
  if (rows[0]?.taken) return client;
  await client.end();
  return undefined;
}
