import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Postgrator from 'postgrator';
import { HallFailure } from '../http/failure.ts';
import { withClient } from './ensure-roles.ts';

const MIGRATIONS = new URL('../../../db/migrations/', import.meta.url).pathname;
/** Any number of ours; two starts at once wait for each other here. */
const MIGRATION_LOCK = 4_822_001;

/**
 * Brings the database to the newest schema as hall_owner, in one transaction. Returns the number of migrations that ran.
 * Throws `migrations-missing` when the files are not found: postgrator would run none, without an error.
 */
export async function migrate(url: string): Promise<number> {
  const files = readdirSync(MIGRATIONS).filter((name) => /^\d{4}\.do\.[a-z-]+\.sql$/.test(name));
  if (files.length === 0) throw new HallFailure('migrations-missing', 500, `no migration in ${MIGRATIONS}`);
  return withClient(url, async (client) => {
    await client.query('set role hall_owner');
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await client.query('create schema if not exists hall');
    const runner = new Postgrator({
      driver: 'pg',
      migrationPattern: join(MIGRATIONS, '*.do.*.sql'),
      schemaTable: 'hall.schema_migration',
      execQuery: (sql) => client.query(sql),
    });
    const ran = await runner.migrate();
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from hall.schema_migration where version > 0');
    if (rows[0]?.count !== files.length)
      throw new HallFailure('migrations-missing', 500, `${files.length} files, ${rows[0]?.count} applied`);
    await client.query('commit');
    return ran.length;
  });
}
