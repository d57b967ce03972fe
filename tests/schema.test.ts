import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { schemaOf } from '../scripts/database/schema-of.ts';
import { withClient } from '../src/platform/postgres/with-client.ts';
import { type TestDatabase, testDatabase } from './database.ts';

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

/** Compared on the version that comes with the product; another version prints expressions in its own way. */
const isEmbedded = process.env.POSTGRES_HOME === undefined;

test('db/schema.sql is what the migrations make', { skip: !isEmbedded && 'another PostgreSQL' }, async () => {
  const written = readFileSync(new URL('../db/schema.sql', import.meta.url), 'utf8');
  assert.equal(await schemaOf(database.adminUrl), written, 'run `npm run db:dump` and read the diff');
});

test('every table of the schema has row-level security, forced, and hall_app owns none', async () => {
  const { rows } = await withClient(database.adminUrl, (client) =>
    client.query<{ table: string }>(
      `select relname as table from pg_class
        where relnamespace = 'hall'::regnamespace and relkind in ('r', 'p') and relname <> 'schema_migration'
          and not (relrowsecurity and relforcerowsecurity and pg_get_userbyid(relowner) = 'hall_owner')`,
    ),
  );
  assert.deepEqual(rows, []);
});

test('nothing in the schema runs with the rights of its owner', async () => {
  const { rows } = await withClient(database.adminUrl, (client) =>
    client.query(
      `select proname as name from pg_proc where pronamespace = 'hall'::regnamespace and prosecdef
        union all select relname from pg_class where relnamespace = 'hall'::regnamespace and relkind in ('v', 'm')`,
    ),
  );
  assert.deepEqual(
    rows,
    [],
    'functions of the owner and views without security_invoker walk around row-level security',
  );
});

test('every table can be backed up and restored', async () => {
  const { rows } = await withClient(database.adminUrl, (client) =>
    client.query<{ table: string }>(
      `select relname as table from pg_class
        where relnamespace = 'hall'::regnamespace and relkind in ('r', 'p') and relname <> 'schema_migration'
          and 2 > (select count(*) from pg_policies
                    where schemaname = 'hall' and tablename = relname and policyname in ('backup_read', 'backup_write'))`,
    ),
  );
  assert.deepEqual(rows, [], 'the migration that makes a table gives it the two policies of 0011.do.backup.sql');
});
