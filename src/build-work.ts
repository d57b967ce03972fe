/**
 * `work`, wired: every job with the module that does it, and what comes by the clock. A job is asked for through the
 * outbox in the transaction of the deed.
 */
import { join } from 'node:path';
import { openGround } from './build-ground.ts';
import { checkpointKey, headsOf, writeCheckpoint } from './modules/audit/index.ts';
import { sweepSessions } from './modules/identity/index.ts';
import type { Settings } from './platform/config/settings.ts';
import { openDatabase } from './platform/db/database.ts';
import { type Job, startWorker } from './platform/jobs/worker.ts';
import { mailJobs } from './platform/mail/index.ts';
import { sweepFeedback } from './sites/portal/feedback/feedback-store.ts';

export interface Work {
  /** Lets running jobs end. */
  stop(): Promise<void>;
}

const CONCURRENCY = 4;
const EVERY_MINUTE = '* * * * *';
const EVERY_HOUR = '17 * * * *';
const EVERY_NIGHT = '40 3 * * *';

export async function buildWork(settings: Settings): Promise<Work> {
  const ground = openGround('work', settings);
  const { database, log, clock, mails } = ground;
  const watcher = openDatabase({
    url: settings.databaseUrl,
    role: 'hall_worker',
    connections: 1,
    onConnectionError: (error) => log.warn({ err: error }, 'a database connection was lost'),
  });
  const checkpoints = join(settings.dataDir, 'audit', 'checkpoints.jsonl');
  const jobs: Record<string, Job> = {
    ...mailJobs({
      database,
      sealer: mails,
      from: settings.mailFrom,
      ...(settings.smtpUrl && { smtpUrl: settings.smtpUrl }),
    }),
    'sweep-sessions': async () => void (await database.transaction({ kind: 'job' }, sweepSessions)),
    'sweep-feedback': async () => void (await database.transaction({ kind: 'job' }, sweepFeedback)),
    'write-checkpoint': async () => {
      const heads = await watcher.transaction({ kind: 'job' }, headsOf);
      if (heads.size > 0) writeCheckpoint(checkpoints, checkpointKey(settings.keyDir), clock.now(), heads);
    },
  };
  const worker = await startWorker({
    databaseUrl: settings.databaseUrl,
    jobs,
    byTheClock: [
      { job: 'write-checkpoint', pattern: EVERY_MINUTE },
      { job: 'sweep-sessions', pattern: EVERY_HOUR },
      { job: 'sweep-mails', pattern: EVERY_NIGHT },
      { job: 'sweep-feedback', pattern: EVERY_NIGHT },
    ],
    concurrency: CONCURRENCY,
    log,
  });
  return {
    async stop() {
      await worker.stop();
      await Promise.all([watcher.close(), database.close()]);
    },
  };
}
