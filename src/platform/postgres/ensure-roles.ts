import pg from 'pg';
import { HallFailure } from '../http/failure.ts';

const ROLES = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'hall_owner') then create role hall_owner nologin nobypassrls; end if;
  if not exists (select from pg_roles where rolname = 'hall_app') then create role hall_app nologin nobypassrls; end if;
  if not exists (select from pg_roles where rolname = 'hall_worker') then create role hall_worker nologin nobypassrls; end if;
  if not exists (select from pg_roles where rolname = 'hall') then create role hall login noinherit nobypassrls; end if;
end $$;
grant hall_owner, hall_app, hall_worker to hall;
`;

/**
 * The three roles of the hall and its login (`hall`, a member of all three that inherits none), and the database
 * `database` that hall_owner owns. Idempotent. `adminUrl` is a superuser's.
 */
export async function ensureRoles(adminUrl: string, database = 'hall'): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query(ROLES);
    const { rows } = await client.query('select from pg_database where datname = $1', [database]);
    if (rows.length === 0) {
      await client.query(`create database ${pg.escapeIdentifier(database)} owner hall_owner encoding 'UTF8' locale 'C' template template0`);
      await client.query(`revoke all on database ${pg.escapeIdentifier(database)} from public`);
      await client.query(`grant connect on database ${pg.escapeIdentifier(database)} to hall`);
      await client.query(`grant create on database ${pg.escapeIdentifier(database)} to hall_worker`);
    }
  });
}

/** A server that the operator provides: version 15 or later, with the roles there. Throws `database-unfit` saying what to do. */
export async function checkProvidedServer(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ version: number; roles: number }>(
      `select current_setting('server_version_num')::int as version,
              (select count(*)::int from pg_roles where rolname in ('hall_owner', 'hall_app', 'hall_worker')) as roles`,
    );
    const { version, roles } = rows[0] as { version: number; roles: number };
    if (version < 150_000) throw new HallFailure('database-unfit', 500, `PostgreSQL ${version}: 15 or later is needed`);
    if (roles < 3)
      throw new HallFailure('database-unfit', 500, `the roles are missing; as a superuser run:\n${ROLES}`);
  });
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
