import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { PostgresFolders } from './folders.ts';
import { isAlive } from './lock-file.ts';
import type { RunningPostgres } from './start-postgres.ts';
import type { SystemUser } from './unprivileged-user.ts';
import { answers } from './with-client.ts';

/** What a postmaster is started with. */
export interface Launch extends PostgresFolders {
  binaries: string;
  user: SystemUser | undefined;
  settings: readonly string[];
}

type Urls = Pick<RunningPostgres, 'adminUrl' | 'url'>;

const READY_MS = 30_000;
const SIGNALS = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

/** Starts the postmaster, without waiting for it. */
export function launch({ binaries, cluster, socket, user, settings }: Launch): ChildProcess {
  const set = [
    'listen_addresses=',
    `unix_socket_directories=${socket}`,
    'unix_socket_permissions=0700',
    'max_connections=120',
    'shared_buffers=128MB',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_min_messages=warning',
    'jit=off',
    ...settings,
  ];
  return spawn(join(binaries, 'bin', 'postgres'), ['-D', cluster, ...set.flatMap((setting) => ['-c', setting])], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: Ctrl-C in a terminal reaches us alone, and we end it after its clients.
    detached: true,
    cwd: '/',
    env: { PATH: process.env.PATH, LD_LIBRARY_PATH: join(binaries, 'lib'), TZ: 'UTC', LC_ALL: 'C' },
    ...(user && { uid: user.uid, gid: user.gid }),
  });
}

/** Waits until it answers (undefined), or says why it never will. */
export async function whyNotReady(child: ChildProcess, adminUrl: string): Promise<string | undefined> {
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
  const late = Date.now() + READY_MS;
  while (Date.now() < late) {
    if (ended !== undefined) return ended;
    if (await answers(adminUrl)) return undefined;
    await pause(20);
  }
  child.kill('SIGQUIT');
  return `postgres does not answer: ${log.trim()}`;
}

/** A postmaster that we started. */
export function own(child: ChildProcess, urls: Urls): RunningPostgres {
  const death = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let asked = false;
  return {
    ...urls,
    pid: child.pid as number,
    adopted: false,
    onDeath: (told) => void death.then(() => asked || told()),
    async stop(how = 'fast') {
      asked = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(SIGNALS[how]);
      await death;
    },
  };
}

/** A postmaster that a killed supervisor left behind: ours again, watched by its number. */
export function adopt(pid: number, urls: Urls): RunningPostgres {
  let asked = false;
  return {
    ...urls,
    pid,
    adopted: true,
    onDeath(told) {
      const watch = setInterval(() => {
        if (isAlive(pid)) return;
        clearInterval(watch);
        if (!asked) told();
      }, 250);
      watch.unref();
    },
    async stop(how = 'fast') {
      asked = true;
      if (isAlive(pid)) process.kill(pid, SIGNALS[how]);
      while (isAlive(pid)) await pause(20);
    },
  };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
