import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { HallFailure } from '../http/failure.ts';
import { postgresBinaries } from './binaries.ts';
import { makeFolders } from './folders.ts';
import { clearStaleLockFile, livePostmaster } from './lock-file.ts';
import { adopt, type Launch, launch, own, whyNotReady } from './postmaster.ts';
import { unprivilegedUser } from './unprivileged-user.ts';
import { answers } from './with-client.ts';

export interface RunningPostgres {
  /** As superuser, to the database `postgres`. */
  adminUrl: string;
  /** As the login `hall`, to the database `hall`. */
  url: string;
  pid: number;
  /** True when it already ran: a killed supervisor had left it behind, or another one is at work. */
  adopted: boolean;
  /** Calls `told` once when it ends without having been asked to. */
  onDeath(told: () => void): void;
  /** Ends it and waits for it. `fast` rolls running transactions back; `immediate` is a crash, for tests only. */
  stop(how?: 'fast' | 'immediate'): Promise<void>;
}

export interface PostgresOptions {
  /** Its folder; made when it is not there. */
  dataDir: string;
  /** Where binaries are copied when PostgreSQL runs as another user than we do (when we are root). */
  copyDir: string;
  /** `bin/` and `lib/` of another PostgreSQL than the one that comes with the product. */
  home?: string;
  /** Extra settings `name=value`. */
  settings?: readonly string[];
}

const SUPERUSER = 'hall_superuser';
const ATTEMPTS = 10;
const PAUSE_MS = 300;

/**
 * Starts the PostgreSQL that comes with the product on a Unix socket, without TCP, or adopts one that already runs on
 * `dataDir`. Throws `postgres-failed` with the end of its log, `postgres-missing`, `folder-closed`.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const user = unprivilegedUser();
  const binaries = options.home ?? postgresBinaries(user && options.copyDir);
  const folders = makeFolders(options.dataDir, user);
  const place: Launch = { binaries, ...folders, user, settings: options.settings ?? [] };
  if (!existsSync(join(folders.cluster, 'PG_VERSION'))) initialise(place);
  const urls = { adminUrl: urlOf(folders.socket, SUPERUSER, 'postgres'), url: urlOf(folders.socket, 'hall', 'hall') };

  let failure = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const running = livePostmaster(folders.cluster);
    if (running !== undefined && (await answers(urls.adminUrl))) return adopt(running, urls);
    if (running === undefined) {
      clearStaleLockFile(folders.cluster);
      const child = launch(place);
      const reason = await whyNotReady(child, urls.adminUrl);
      if (reason === undefined) return own(child, urls);
      failure = reason;
    }
    // After a kill -9 of the postmaster its other processes live on for about a second and hold the shared memory.
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new HallFailure('postgres-failed', 500, failure || 'a PostgreSQL runs on these data but does not answer');
}

function initialise({ binaries, cluster, user }: Launch): void {
  rmSync(cluster, { recursive: true, force: true });
  const made = spawnSync(
    join(binaries, 'bin', 'initdb'),
    ['-D', cluster, '-U', SUPERUSER, '--encoding=UTF8', '--locale=C', '--auth=trust', '--data-checksums'],
    {
      encoding: 'utf8',
      cwd: '/',
      env: { PATH: process.env.PATH, LD_LIBRARY_PATH: join(binaries, 'lib'), TZ: 'UTC', LC_ALL: 'C' },
      ...(user && { uid: user.uid, gid: user.gid }),
    },
  );
  if (made.status === 0) return;
  rmSync(cluster, { recursive: true, force: true });
  const said = made.error?.message ?? `${made.stdout}${made.stderr}`.slice(-800);
  throw new HallFailure('postgres-failed', 500, `initdb: ${said}`);
}

const urlOf = (socket: string, user: string, database: string) =>
  `postgresql://${user}@/${database}?host=${encodeURIComponent(socket)}`;
