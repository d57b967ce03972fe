import type pg from 'pg';

/** At most this many rows in one transaction. */
const BATCH = 2_000;

/** An id is the job's key, so that a row that were moved twice would still be one job. */
const MOVE = `
  with moved as (
    delete from hall.outbox where id in (select id from hall.outbox order by id limit ${BATCH} for update skip locked)
    returning id, job, payload
  )
  select count(*)::int as count from graphile_worker.add_jobs(array(
    select row(job, payload::json, null, now(), 12, id::text, 0, null)::graphile_worker.job_spec from moved
  ))`;

/** Moves what the outbox holds into the queue, in one transaction. Returns how many jobs were moved. */
export async function moveOutbox(pool: pg.Pool): Promise<number> {
  let moved = 0;
  for (;;) {
    const { rows } = await pool.query<{ count: number }>({ name: 'jobs.move-outbox', text: MOVE });
    const count = rows[0]?.count ?? 0;
    moved += count;
    if (count < BATCH) return moved;
  }
}
