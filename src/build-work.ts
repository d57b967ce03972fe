/**
 * `work`, wired: every job with the module that does it, and what comes by the clock. A job is asked for through the
 * outbox in the transaction of the deed.
 */
import { join } from 'node:path';
import { type Ground, openGround } from './build-ground.ts';
import { buildModules, type Modules } from './build-modules.ts';
import { checkpointWriter, headsOf } from './modules/audit/index.ts';
import { clamdScanner, type Scanner } from './modules/documents/index.ts';
import { formsJobs } from './modules/forms/index.ts';
import { sweepEmailCodes, sweepSessions } from './modules/identity/index.ts';
import type { Settings } from './platform/config/settings.ts';
import { type Database, openDatabase } from './platform/db/database.ts';
import { writeWorkReport } from './platform/jobs/report-work.ts';
import { type Job, startWorker } from './platform/jobs/worker.ts';
import { mailJobs } from './platform/mail/index.ts';
import { sweepFeedback } from './sites/portal/feedback/feedback-store.ts';
import { openSnapshots } from './sites/snapshot.ts';

export interface Work {
  /** Lets running jobs end. */
  stop(): Promise<void>;
}

const CONCURRENCY = 4;
const LOOK_EVERY_MS = 3_000;
const EVERY_MINUTE = '* * * * *';
const EVERY_HOUR = '17 * * * *';
const EVERY_NIGHT = '40 3 * * *';

const BY_THE_CLOCK = [
  { job: 'report-work', pattern: EVERY_MINUTE },
  { job: 'write-checkpoint', pattern: EVERY_MINUTE },
  { job: 'sweep-sessions', pattern: EVERY_HOUR },
  { job: 'sweep-files', pattern: EVERY_HOUR },
  { job: 'sweep-mails', pattern: EVERY_NIGHT },
  { job: 'sweep-drafts', pattern: EVERY_NIGHT },
  { job: 'sweep-feedback', pattern: EVERY_NIGHT },
];

export async function buildWork(settings: Settings): Promise<Work> {
  const ground = openGround('work', settings);
  const { database, log, documents } = ground;
  const snapshots = await openSnapshots(database, settings.contentDir, log);
  const modules = buildModules(ground, snapshots, { byHost: settings.production, providersOf: () => [] });
  const watcher = openDatabase({
    url: settings.databaseUrl,
    role: 'hall_worker',
    connections: 1,
    onConnectionError: (error) => log.warn({ err: error }, 'a database connection was lost'),
  });
  const nothing = () => undefined;
  const looking = snapshots.keepFresh(LOOK_EVERY_MS, nothing, async () => undefined);
  const worker = await startWorker({
    databaseUrl: settings.databaseUrl,
    jobs: jobsOf(ground, modules, await scannerOf(settings), watcher),
    byTheClock: BY_THE_CLOCK,
    concurrency: CONCURRENCY,
    log,
  });
  return {
    async stop() {
      looking.stop();
      await worker.stop();
      await documents.close();
      await Promise.all([watcher.close(), database.close()]);
    },
  };
}

/** `watcher` sees the heads of all chains, which no domain work may. */
function jobsOf(ground: Ground, modules: Modules, scanner: Scanner, watcher: Database): Record<string, Job> {
  const { settings, database, clock, documents, mails } = ground;
  const sign = checkpointWriter(join(settings.dataDir, 'audit', 'checkpoints.jsonl'), settings.keyDir);
  return {
    ...documents.jobs(database, scanner),
    ...formsJobs({ database, documents, clock }),
    ...modules.mailbox.jobs,
    ...modules.cases.jobs(database, clock),
    ...mailJobs({
      database,
      sealer: mails,
      from: settings.mailFrom,
      ...(settings.smtpUrl && { smtpUrl: settings.smtpUrl }),
    }),
    'sweep-sessions': async () => {
      await database.transaction({ kind: 'job' }, sweepSessions);
      await database.transaction({ kind: 'job' }, sweepEmailCodes);
    },
    'sweep-feedback': async () => void (await database.transaction({ kind: 'job' }, sweepFeedback)),
    'report-work': async () =>
      void (await watcher.transaction({ kind: 'job' }, (tx) => writeWorkReport(tx, clock.now()))),
    'write-checkpoint': async () => sign(clock.now(), await watcher.transaction({ kind: 'job' }, headsOf)),
  };
}

/** ClamAV where it is set; in development else the sandbox, which knows EICAR only. */
async function scannerOf(settings: Settings): Promise<Scanner> {
  if (settings.clamdAddress) return clamdScanner({ address: settings.clamdAddress });
  const { eicarScanner } = await import('./sandbox.ts');
  return eicarScanner();
}
