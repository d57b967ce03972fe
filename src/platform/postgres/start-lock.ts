import pg from 'pg';
import { HallFailure } from '../http/failure.ts';

/** Any number of ours: held by the one supervisor of a database. */
const START_LOCK = 4_822_002;
const AGAIN_MS = 500;

export interface StartLock {
  release(): Promise<void>;
}

/**
 * Takes the place of the one that runs on this database, for as long as we live; when the database is started again,
 * the place is taken again. Throws `already-running` when another one has it.
 */
export async function takeStartLock(url: string): Promise<StartLock> {
  let holder: pg.Client | undefined;
  let released = false;
  const takeAgain = (): void => {
    if (released) return;
    setTimeout(async () => {
      holder = await tryLock(url).catch(() => undefined);
      if (holder) holder.once('error', takeAgain);
      else takeAgain();
    }, AGAIN_MS);
  };
  holder = await tryLock(url);
  if (!holder) throw new HallFailure('already-running', 500, 'a hall already runs on these data');
  holder.once('error', takeAgain);
  return {
    async release() {
      released = true;
      await holder?.end().catch(() => undefined);
    },
  };
}

/** The connection that holds the lock; undefined when somebody else's does. */
async function tryLock(url: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [START_LOCK]);
  if (rows[0]?.taken) return client;
  await client.end().catch(() => undefined);
  return undefined;
}
