import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { tablesInOrder } from './tables.ts';

const BATCH = 1_000;

/**
 * Writes every table into `folder`/tables as lines of JSON, as they were at one moment: the caller's transaction is
 * `repeatable read`. Returns the rows by table.
 */
export async function writeTables(client: pg.Client, folder: string): Promise<Record<string, number>> {
  mkdirSync(join(folder, 'tables'), { recursive: true });
  const counts: Record<string, number> = {};
  for (const { name } of await tablesInOrder(client)) {
    const lines = linesOf(client, name, (count) => {
      counts[name] = count;
    });
    await pipeline(
      Readable.from(lines),
      createGzip(),
      createWriteStream(join(folder, 'tables', `${name}.jsonl.gz`), { flush: true }),
    );
  }
  return counts;
}

async function* linesOf(client: pg.Client, table: string, told: (count: number) => void): AsyncGenerator<string> {
  await client.query(`declare rows no scroll cursor for select row_to_json(t)::text as line from hall."${table}" t`);
  let count = 0;
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${BATCH} from rows`);
    if (rows.length === 0) break;
    count += rows.length;
    yield `${rows.map(({ line }) => line).join('\n')}\n`;
  }
  await client.query('close rows');
  told(count);
}

const WAITING = `
  select j.id::text as id, t.identifier as job, j.payload::text as payload
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
   where j.attempts < j.max_attempts and t.identifier <> 'nothing'
   order by j.id`;

/**
 * What still waits in the queue, as job and payload: it goes back through the outbox. The queue's own tables are the
 * queue's, and made anew by it.
 */
export async function waitingJobs(client: pg.Client): Promise<{ job: string; payload: string }[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('graphile_worker._private_jobs') is not null as there`,
  );
  if (!rows[0]?.there) return [];
  return (await client.query<{ job: string; payload: string }>(WAITING)).rows;
}
