import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `npm start` as an operator runs it: its own processes, data directory and ports. */
export interface WholeHall {
  url: string;
  dataDir: string;
  cluster: string;
  supervisor: ChildProcess;
  /** What it has printed so far. */
  said(): string;
  /** Milliseconds from the start to the first answer of /readyz. */
  readyMs: number;
  /** Asks it to end and waits; the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface WholeHallOptions {
  /** A data directory to go on with; else a fresh one. */
  dataDir?: string;
  port?: number;
  environment?: NodeJS.ProcessEnv;
  /** The folder of the source tree; a drill may start a copy with a planted defect. */
  root?: string;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const READY_MS = 60_000;

/** A fresh data directory that the user of PostgreSQL may enter. Remove it with `removeFolder`. */
export function freshDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hall-whole-'));
  chmodSync(folder, 0o711);
  return folder;
}
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Spawns the supervisor without waiting for it to be ready. */
export function spawnHall(dataDir: string, port: number, options: WholeHallOptions = {}): ChildProcess {
  const { DATABASE_URL: _, NODE_ENV: __, HALL_TEST_CLUSTER: ___, ...inherited } = process.env;
  return spawn(process.execPath, ['src/main.ts', 'start'], {
    cwd: options.root ?? ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn', ...options.environment },
  });
}

export async function startWholeHall(options: WholeHallOptions = {}): Promise<WholeHall> {
  const dataDir = options.dataDir ?? freshDataDir();
  const port = options.port ?? (await freePort());
  const startedAt = performance.now();
  const supervisor = spawnHall(dataDir, port, options);
  let said = '';
  for (const stream of [supervisor.stdout, supervisor.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said = (said + chunk).slice(-20_000);
    });
  const ended = new Promise<number | null>((resolve) => supervisor.once('exit', (code) => resolve(code)));
  const url = `http://127.0.0.1:${port}`;
  const readyMs = await untilReady(
    url,
    startedAt,
    () => supervisor.exitCode !== null,
    () => said,
  );
  return {
    url,
    dataDir,
    cluster: join(dataDir, 'postgres', 'cluster'),
    supervisor,
    said: () => said,
    readyMs,
    async stop(signal = 'SIGTERM') {
      if (supervisor.exitCode === null) supervisor.kill(signal);
      return ended;
    },
  };
}

async function untilReady(url: string, startedAt: number, isOver: () => boolean, said: () => string): Promise<number> {
  while (performance.now() - startedAt < READY_MS) {
    if (isOver()) throw new Error(`the hall ended before it was ready:\n${said()}`);
    const ready = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return performance.now() - startedAt;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`the hall is not ready after ${READY_MS} ms:\n${said()}`);
}

/** A port with two free ones behind it, for uploads and sandbox. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 30_000);
    const free = await Promise.all([port, port + 1, port + 2].map(isFree));
    if (free.every(Boolean)) return port;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
