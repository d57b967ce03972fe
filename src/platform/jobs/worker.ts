import { type JobHelpers, Logger as QueueLogger, run } from 'graphile-worker';
import pg from 'pg';
import type { Logger } from '../log/log.ts';
import { moveOutbox } from './move-outbox.ts';

/** Does one job. It may be asked to do the same job again after a crash, and then does nothing twice. */
export type Job = (payload: Readonly<Record<string, string>>) => Promise<void>;

export interface WorkerOptions {
  databaseUrl: string;
  jobs: Readonly<Record<string, Job>>;
  /** Jobs that come by the clock: a job's name with a crontab pattern. @see https://worker.graphile.org/docs/cron */
  byTheClock: readonly { job: string; pattern: string }[];
  concurrency: number;
  log: Logger;
  /** Told after each job, for metrics. */
  onJob?(job: string, outcome: 'done' | 'failed', durationMs: number): void;
}

export interface Worker {
  /** Lets running jobs end; those that don't are given back to the queue. */
  stop(): Promise<void>;
}

const MOVE_EVERY_MS = 150;
const LONGEST_PAUSE_MS = 5_000;

/** Moves the outbox into the queue and does the jobs, until `stop`. Tables of the queue belong to hall_worker. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { log } = options;
  const pool = new pg.Pool({
    connectionString: options.databaseUrl,
    max: options.concurrency + 3,
    options: '-c role=hall_worker -c timezone=UTC',
  });
  pool.on('error', (error) => log.warn({ err: error }, 'worker lost a connection'));
  pool.on('connect', (client) => client.on('error', (error) => log.warn({ err: error }, 'worker lost a connection')));
  const runner = await run({
    pgPool: pool,
    concurrency: options.concurrency,
    noHandleSignals: true,
    noPreparedStatements: false,
    pollInterval: 1_000,
    crontab: options.byTheClock.map(({ job, pattern }) => `${pattern} ${job}`).join('\n'),
    taskList: Object.fromEntries(
      Object.entries(options.jobs).map(([name, job]) => [name, counted(name, job, options)]),
    ),
    logger: new QueueLogger(() => (level, message) => {
      // That a job has failed is told below, without what is quoted in its error.
      if (level === 'error' && !message.startsWith('Failed task')) log.error(message);
    }),
  });
  const mover = keepMoving(pool, log);
  return {
    async stop() {
      await mover.stop();
      await runner.stop();
      await pool.end();
    },
  };
}

function counted(name: string, job: Job, options: WorkerOptions) {
  return async (payload: unknown, _helpers: JobHelpers) => {
    const startedAt = performance.now();
    try {
      await job((payload ?? {}) as Record<string, string>);
      options.onJob?.(name, 'done', performance.now() - startedAt);
    } catch (error) {
      options.onJob?.(name, 'failed', performance.now() - startedAt);
      options.log.error({ err: error, job: name }, 'job failed; it is tried again');
      throw error;
    }
  };
}

function keepMoving(pool: pg.Pool, log: Logger): { stop(): Promise<void> } {
  let stopping = false;
  let wake = () => {};
  let pauseMs = MOVE_EVERY_MS;
  const ended = (async () => {
    while (!stopping) {
      try {
        await moveOutbox(pool);
        pauseMs = MOVE_EVERY_MS;
      } catch (error) {
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
        log.warn({ err: error }, 'the outbox could not be moved; trying again');
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pauseMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    stop() {
      stopping = true;
      wake();
      return ended;
    },
  };
}
