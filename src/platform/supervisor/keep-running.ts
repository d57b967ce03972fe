import { type ChildProcess, spawn } from 'node:child_process';

export interface Kept {
  /** Asks it to end, waits, and after `patienceMs` ends it. */
  stop(patienceMs: number): Promise<void>;
}

export interface KeepOptions {
  name: string;
  /** Arguments for our own Node. */
  command: readonly string[];
  environment: NodeJS.ProcessEnv;
  /** What it says over its channel, e.g. `ready`. */
  onMessage?(message: unknown): void;
  tell(line: string): void;
}

const SHORTEST_LIFE_MS = 5_000;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Runs a child and starts it again when it ends without having been asked to: at once after a long life, with growing
 * pauses when it keeps dying young. The channel between us closes when we die, and the child then ends itself.
 */
export function keepRunning(options: KeepOptions): Kept {
  let child: ChildProcess | undefined;
  let stopping = false;
  let pauseMs = 100;
  let waiting: NodeJS.Timeout | undefined;

  const start = () => {
    const startedAt = performance.now();
    const running = spawn(process.execPath, [...options.command], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: options.environment,
    });
    child = running;
    running.on('message', (message) => options.onMessage?.(message));
    running.on('error', (error) => options.tell(`${options.name}: ${error.message}`));
    running.on('exit', (code, signal) => {
      child = undefined;
      if (stopping) return;
      pauseMs = performance.now() - startedAt > SHORTEST_LIFE_MS ? 100 : Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      options.tell(`${options.name} ended (${code ?? signal}); starting it again in ${pauseMs} ms`);
      waiting = setTimeout(start, pauseMs);
    });
  };
  start();

  return {
    async stop(patienceMs) {
      stopping = true;
      clearTimeout(waiting);
      const running = child;
      if (!running || running.exitCode !== null || running.signalCode !== null) return;
      const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
      running.kill('SIGTERM');
      const impatient = setTimeout(() => running.kill('SIGKILL'), patienceMs);
      await ended;
      clearTimeout(impatient);
    },
  };
}

/** For the child's side: tells the parent it is ready, and ends when the parent is gone or asks for it. */
export function serveUntilAsked(stop: () => Promise<void>): void {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  if (process.channel) {
    process.on('disconnect', end);
    process.send?.('ready');
  }
}
