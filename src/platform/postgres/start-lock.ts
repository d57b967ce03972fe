import pg from 'pg';
import { HallFailure } from '../http/failure.ts';

/** Any number of ours: held by the one supervisor of a database. */
const START_LOCK = 4_822_002;

export interface StartLock {
  release(): Promise<void>;
}

/** Takes the place of the one that runs on this database. Throws `already-running` when another one has it. */
export async function takeStartLock(url: string): Promise<StartLock> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [START_LOCK]);
  if (rows[0]?.taken) return { release: () => client.end().catch(() => undefined) };
  await client.end().catch(() => undefined);
  throw new HallFailure('already-running', 500, 'the hall already runs on these data');
}
