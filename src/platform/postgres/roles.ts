import pg from 'pg';
import { withClient } from './with-client.ts';

/**
 * The roles of the hall: hall_owner runs migrations, hall_app answers requests and owns nothing, hall_worker owns the
 * job tables. The login `hall` may become each of them (`set role`) and by itself may do nothing.
 */
export const ROLES = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'hall_owner') then create role hall_owner nologin nobypassrls; end if;
  if not exists (select from pg_roles where rolname = 'hall_app') then create role hall_app nologin nobypassrls; end if;
  if not exists (select from pg_roles where rolname = 'hall_worker') then create role hall_worker nologin nobypassrls; end if;
  if not exists (select from pg_roles where rolname = 'hall') then create role hall login noinherit nobypassrls; end if;
end $$;
grant hall_owner, hall_app, hall_worker to hall;
`;

/** The roles, and the database `database` that hall_owner owns. Idempotent. `adminUrl` is a superuser's. */
export async function ensureDatabase(adminUrl: string, database: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rows } = await client.query('select from pg_database where datname = $1', [database]);
    if (rows.length > 0) return;
    const name = pg.escapeIdentifier(database);
    await client.query(ROLES);
    await client.query(
      `create database ${name} owner hall_owner encoding 'UTF8' lc_collate 'C' lc_ctype 'C' template template0`,
    );
    await openDatabaseToRoles(client, database);
  });
}

/** Database privileges are not copied from a template, so a copy needs this too. */
export async function openDatabaseToRoles(client: pg.Client, database: string): Promise<void> {
  const name = pg.escapeIdentifier(database);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to hall`);
  await client.query(`grant create on database ${name} to hall_worker`);
}
