import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { HallFailure } from '../http/failure.ts';
import { postgresBinaries } from './binaries.ts';
import { type SystemUser, unprivilegedUser } from './unprivileged-user.ts';

export interface RunningPostgres {
  /** As superuser, to the database `postgres`. */
  adminUrl: string;
  /** As the login `hall`, to the database `hall`. */
  url: string;
  pid: number;
  /** Called once when the postmaster ends without having been asked to. */
  onDeath(told: () => void): void;
  /** Ends it ("fast": running transactions are rolled back) and waits for it. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Its folder; made when it is not there. */
  dataDir: string;
  /** Where binaries are copied when PostgreSQL runs as another user than we do. */
  copyDir: string;
  /** Extra settings `name=value`. */
  settings?: readonly string[];
}

const SUPERUSER = 'hall_superuser';

/**
 * Starts the PostgreSQL that comes with the product on a Unix socket, without TCP, or adopts one that already runs on
 * `dataDir`. Throws `postgres-failed` with the end of its log.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const user = unprivilegedUser();
  const binaries = postgresBinaries(user && options.copyDir);
  const cluster = join(options.dataDir, 'cluster');
  const socketDir = socketDirectory(options.dataDir);
  for (const folder of [options.dataDir, socketDir]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) for (const folder of [options.dataDir, socketDir]) chownSync(folder, user.uid, user.gid);
  if (!existsSync(join(cluster, 'PG_VERSION'))) initialise(binaries, cluster, user);

  const adminUrl = urlOf(socketDir, SUPERUSER, 'postgres');
  const url = urlOf(socketDir, 'hall', 'hall');
  const adopted = postmasterPid(cluster);
  if (adopted !== undefined && (await answers(adminUrl))) return adopt(adopted, { adminUrl, url });
  for (let attempt = 1; ; attempt++) {
    const child = launch(binaries, cluster, socketDir, user, options.settings ?? []);
    const failure = await readyOrDead(child, adminUrl);
    if (failure === undefined) return own(child, { adminUrl, url });
    if (attempt === 8) throw new HallFailure('postgres-failed', 500, failure);
    // After a kill -9 of the postmaster its backends live on for about a second and hold the shared memory.
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
    await pause(400);
  }
}

/** Socket paths end at 107 bytes, so a long data directory gets a short place of its own. */
function socketDirectory(dataDir: string): string {
  const near = join(dataDir, 'run');
  if (Buffer.byteLength(near) < 80) return near;
  return join(tmpdir(), `hall-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`);
}

function initialise(binaries: string, cluster: string, user: SystemUser | undefined): void {
  rmSync(cluster, { recursive: true, force: true });
  const made = spawnSync(
    join(binaries, 'bin', 'initdb'),
    ['-D', cluster, '-U', SUPERUSER, '--encoding=UTF8', '--locale=C', '--auth=trust', '--data-checksums', '--no-instructions'],
    { encoding: 'utf8', cwd: '/', env: environment(binaries), ...identityOf(user) },
  );
  if (made.status === 0) return;
  throw new HallFailure('postgres-failed', 500, `initdb: ${made.error?.message ?? `${made.stdout}${made.stderr}`.slice(-800)}`);
}

function launch(
  binaries: string,
  cluster: string,
  socketDir: string,
  user: SystemUser | undefined,
  settings: readonly string[],
): ChildProcess {
  const set = ['listen_addresses=', `unix_socket_directories=${socketDir}`, 'unix_socket_permissions=0700', 'max_connections=120', 'shared_buffers=128MB', 'log_min_messages=warning', ...settings];
  return spawn(join(binaries, 'bin', 'postgres'), ['-D', cluster, ...set.flatMap((setting) => ['-c', setting])], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: Ctrl-C in a terminal reaches us first, and we end it in order.
    detached: true,
    cwd: '/',
    env: environment(binaries),
    ...identityOf(user),
  });
}

const environment = (binaries: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  LD_LIBRARY_PATH: join(binaries, 'lib'),
  TZ: 'UTC',
  LC_ALL: 'C',
});
const identityOf = (user: SystemUser | undefined) => (user ? { uid: user.uid, gid: user.gid } : {});

/** Undefined when it answers; otherwise why it ended. */
async function readyOrDead(child: ChildProcess, adminUrl: string): Promise<string | undefined> {
  let log = '';
  let ended: string | undefined;
  child.stderr?.on('data', (chunk: Buffer) => {
    log = (log + chunk).slice(-2_000);
  });
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', (code, signal) => {
    ended = `postgres ended (${code ?? signal}): ${log.trim()}`;
  });
  for (let waitedMs = 0; waitedMs < 30_000; waitedMs += 25) {
    if (ended !== undefined) return ended;
    if (await answers(adminUrl)) return undefined;
    await pause(25);
  }
  child.kill('SIGQUIT');
  return `postgres does not answer: ${log.trim()}`;
}

function own(child: ChildProcess, urls: { adminUrl: string; url: string }): RunningPostgres {
  const pid = child.pid as number;
  const death = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let asked = false;
  return {
    ...urls,
    pid,
    onDeath: (told) => void death.then(() => asked || told()),
    async stop() {
      asked = true;
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
      await death;
    },
  };
}

/** A postmaster that a killed supervisor left behind: ours again, watched by its pid. */
function adopt(pid: number, urls: { adminUrl: string; url: string }): RunningPostgres {
  let asked = false;
  return {
    ...urls,
    pid,
    onDeath(told) {
      const watch = setInterval(() => {
        if (isAlive(pid)) return;
        clearInterval(watch);
        if (!asked) told();
      }, 250);
      watch.unref();
    },
    async stop() {
      asked = true;
      if (isAlive(pid)) process.kill(pid, 'SIGINT');
      while (isAlive(pid)) await pause(20);
    },
  };
}

function postmasterPid(cluster: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const urlOf = (socketDir: string, user: string, database: string) =>
  `postgresql://${user}@/${database}?host=${encodeURIComponent(socketDir)}`;

