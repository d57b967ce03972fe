import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import Postgrator from 'postgrator';
import { HallFailure } from '../http/failure.ts';
import { withClient } from './with-client.ts';

const MIGRATIONS = fileURLToPath(new URL('../../../db/migrations/', import.meta.url));
const FILE_NAME = /^\d{4}\.do\.[a-z-]+\.sql$/;
/** Any number of ours; two starts at once wait for each other here. */
const MIGRATION_LOCK = 4_822_001;

/**
 * Brings the database to the newest schema as hall_owner: all or nothing, in one transaction. Returns how many
 * migrations ran. Throws `migrations-unfit` when files are missing, misnamed (postgrator would skip them without a
 * word) or changed after they ran.
 */
export async function migrate(url: string): Promise<number> {
  const files = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql'));
  const misnamed = files.filter((name) => !FILE_NAME.test(name));
  if (files.length === 0) throw unfit(`no migration in ${MIGRATIONS}`);
  if (misnamed.length > 0) throw unfit(`not of the form 0001.do.name.sql: ${misnamed.join(', ')}`);
  return withClient(url, async (client) => {
    await client.query('set role hall_owner');
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await client.query('create schema if not exists hall');
    const ran = await runFiles(client);
    const { rows } = await client.query<{ count: number }>(
      'select count(*)::int as count from hall.schema_migration where version > 0',
    );
    if (rows[0]?.count !== files.length)
      throw unfit(`${files.length} migrations lie in ${MIGRATIONS}, the database has ${rows[0]?.count}`);
    await client.query('commit');
    return ran;
  });
}

async function runFiles(client: pg.Client): Promise<number> {
  const runner = new Postgrator({
    driver: 'pg',
    migrationPattern: join(MIGRATIONS, '*.do.*.sql'),
    schemaTable: 'hall.schema_migration',
    execQuery: (sql) => client.query(sql),
  });
  try {
    return (await runner.migrate()).length;
  } catch (error) {
    const { message, appliedMigrations } = error as Error & { appliedMigrations?: { filename: string }[] };
    const last = appliedMigrations?.at(-1)?.filename;
    throw unfit(`${message}${last ? ` (after ${last})` : ''}`, error);
  }
}

const unfit = (detail: string, cause?: unknown) => new HallFailure('migrations-unfit', 500, detail, cause);
