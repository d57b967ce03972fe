import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSettings, type Settings } from '../platform/config/settings.ts';
import { HallFailure } from '../platform/http/failure.ts';
import { migrate } from '../platform/postgres/migrate.ts';
import { type StartLock, takeStartLock } from '../platform/postgres/start-lock.ts';
import { type Kept, keepRunning } from '../platform/supervisor/keep-running.ts';
import { dataDirectory } from './data-directory.ts';
import { databaseOfStart } from './database-of-start.ts';
import { refuseTakenPorts } from './refuse-taken-ports.ts';
import { refuseUnsafeProduction } from './refuse-unsafe-production.ts';
import { seed } from './seed.ts';
import { welcome } from './welcome.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const PATIENCE_MS = 20_000;
/** Megabytes for young objects. Node's own choice grows by 65 MB while the registers are read, and never gives it back. */
const SMALL_NURSERY = '--max-semi-space-size=4';
const tell = (line: string) => console.log(line);

/** `npm start`: PostgreSQL, `serve` and `work`, each started again when it dies, all ended together. */
export async function run(): Promise<void> {
  const dataDir = dataDirectory();
  refuseUnsafeProduction(process.env, process.getuid?.() === 0);
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const database = await databaseOfStart(dataDir, process.env.DATABASE_URL);
  const lock = await lockFor(database.url, dataDir);
  const children: Kept[] = [];
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await Promise.all(children.map((child) => child.stop(PATIENCE_MS)));
    await lock.release();
    await database.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    const settings = readSettings(process.env, dataDir, database.url);
    await refuseTakenPorts(settings);
    await migrate(settings.databaseUrl);
    await seed(settings, tell);
    if (stopping) return;
    children.push(...startChildren(settings));
  } catch (error) {
    if (stopping) return;
    // What can't be started leaves nothing behind, its database least of all.
    stopping = true;
    await lock.release();
    await database.stop();
    throw error;
  }
  database.keepAlive(tell);
}

function startChildren(settings: Settings): Kept[] {
  const environment = { ...process.env, DATA_DIR: settings.dataDir, DATABASE_URL: settings.databaseUrl };
  let ready = 0;
  const onMessage = (message: unknown) => {
    if (message === 'ready' && ++ready === 2) welcome(settings, tell);
  };
  // Types are stripped off browser scripts by Node itself, which would warn about that at each start.
  const quiet = '--disable-warning=ExperimentalWarning';
  return ['serve', 'work'].map((name) =>
    keepRunning({ name, command: [quiet, SMALL_NURSERY, MAIN, name], environment, onMessage, tell }),
  );
}

/** A second start must not take the first one's database with it when it gives up. */
async function lockFor(url: string, dataDir: string): Promise<StartLock> {
  try {
    return await takeStartLock(url);
  } catch (error) {
    if (!(error instanceof HallFailure)) throw error;
    throw new HallFailure(
      error.code,
      500,
      `a hall already runs on ${dataDir}; stop it first, or set another DATA_DIR and PORT`,
      error,
    );
  }
}
