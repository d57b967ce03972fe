import { statement, type Tx } from '../db/database.ts';

/** How the work in the background goes. */
export interface WorkReport {
  reportedAt: Temporal.Instant;
  /** Rows that wait to be moved into the queue, jobs that wait for their turn, jobs that failed and are tried again. */
  outboxWaiting: number;
  queueWaiting: number;
  retried: number;
  /** Jobs that are not tried any more. */
  failed: number;
  failedJobs: readonly { job: string; count: number; lastAt: string }[];
}

const WRITE = statement(
  'jobs.write-report',
  `with queue as (
     select task_identifier as job, attempts, attempts >= max_attempts as failed, updated_at from graphile_worker.jobs
      where locked_at is null
   ), failed_jobs as (
     select job, count(*)::int as count, to_char(max(updated_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastAt"
       from queue where failed group by job order by max(updated_at) desc limit 20
   )
   insert into hall.worker_report (reported_at, outbox_waiting, queue_waiting, retried, failed, failed_jobs)
   select $1, (select count(*) from hall.outbox), count(*) filter (where not failed),
          count(*) filter (where attempts > 0 and not failed), count(*) filter (where failed),
          coalesce((select jsonb_agg(to_jsonb(f)) from failed_jobs f), '[]')
     from queue
   on conflict (only_row) do update set reported_at = excluded.reported_at, outbox_waiting = excluded.outbox_waiting,
     queue_waiting = excluded.queue_waiting, retried = excluded.retried, failed = excluded.failed,
     failed_jobs = excluded.failed_jobs`,
);
/** Says how outbox and queue look now, in a transaction of hall_worker. */
export const writeWorkReport = (tx: Tx, at: Temporal.Instant): Promise<number> => tx.run(WRITE, at.toString());

const READ = statement<{
  reported_at: Date;
  outbox_waiting: number;
  queue_waiting: number;
  retried: number;
  failed: number;
  failed_jobs: WorkReport['failedJobs'];
}>(
  'jobs.read-report',
  'select reported_at, outbox_waiting, queue_waiting, retried, failed, failed_jobs from hall.worker_report',
);
/** The last report; undefined for who is no operator, and before the first. */
export async function readWorkReport(tx: Tx): Promise<WorkReport | undefined> {
  const row = await tx.one(READ);
  return (
    row && {
      reportedAt: row.reported_at.toTemporalInstant(),
      outboxWaiting: row.outbox_waiting,
      queueWaiting: row.queue_waiting,
      retried: row.retried,
      failed: row.failed,
      failedJobs: row.failed_jobs,
    }
  );
}
