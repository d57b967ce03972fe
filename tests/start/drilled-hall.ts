import { join } from 'node:path';
import pg from 'pg';
import { openGround } from '../../src/build-ground.ts';
import type { Documents } from '../../src/modules/documents/index.ts';
import { readSettings, type Settings } from '../../src/platform/config/settings.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { startWholeHall, type WholeHall, type WholeHallOptions } from './whole-hall.ts';

/** A running hall as whoever has its keys and its machine sees it: for putting things in, and for looking behind it. */
export interface InsideHall {
  hall: WholeHall;
  /** As the application itself, with the keys of this hall. */
  database: Database;
  documents: Documents;
  settings: Settings;
  /** A connection as superuser; end it. */
  connect(): Promise<pg.Client>;
  /** As superuser, behind row-level security. Each call has a connection of its own, since drills kill the database. */
  look<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Leaves the hall running. */
  leave(): Promise<void>;
}

export function insideOf(hall: WholeHall): InsideHall {
  const socket = encodeURIComponent(join(hall.dataDir, 'postgres', 'run'));
  const urlFor = (user: string) => `postgresql://${user}@/hall?host=${socket}`;
  const settings = readSettings({ PORT: new URL(hall.url).port, LOG_LEVEL: 'fatal' }, hall.dataDir, urlFor('hall'));
  const ground = openGround('serve', settings);
  const connect = async () => {
    const client = new pg.Client({ connectionString: urlFor('hall_superuser') });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  return {
    hall,
    settings,
    database: ground.database,
    documents: ground.documents,
    connect,
    async look<Row extends object>(sql: string, values: readonly unknown[] = []) {
      const client = await connect();
      try {
        return (await client.query<Row>(sql, [...values])).rows;
      } finally {
        await client.end();
      }
    },
    async leave() {
      await ground.documents.close();
      await ground.database.close();
    },
  };
}

export interface DrilledHall extends InsideHall {
  /** Ends the hall. */
  close(): Promise<void>;
}

/** Limits against storms are for strangers; a drill is one, from one address. */
const UNLIMITED = { LIMIT_FACTOR: '1000000' };

export async function openDrilledHall(options: WholeHallOptions = {}): Promise<DrilledHall> {
  const hall = await startWholeHall({ ...options, environment: { ...UNLIMITED, ...options.environment } });
  const inside = insideOf(hall);
  let closed: Promise<unknown> | undefined;
  return {
    ...inside,
    async close() {
      closed ??= inside.leave().then(() => hall.stop());
      await closed;
    },
  };
}
