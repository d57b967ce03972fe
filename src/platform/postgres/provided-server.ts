import { HallFailure } from '../http/failure.ts';
import { ROLES } from './roles.ts';
import { withClient } from './with-client.ts';

/**
 * Looks at the server that the operator provides (`DATABASE_URL`): version 15 or later, the three roles there, the
 * login a member of them, and not a superuser, whom row-level security would not bind. Throws `database-unfit`,
 * which says what to do.
 */
export async function checkProvidedServer(url: string): Promise<void> {
  const { version, superuser, roles } = await withClient(url, async (client) => {
    const { rows } = await client.query<{ version: number; superuser: boolean; roles: number }>(
      `select current_setting('server_version_num')::int as version,
              (select rolsuper or rolbypassrls from pg_roles where rolname = session_user) as superuser,
              (select count(*)::int from pg_roles
                where rolname in ('hall_owner', 'hall_app', 'hall_worker')
                  and pg_has_role(session_user, oid, 'member')) as roles`,
    );
    return rows[0] as { version: number; superuser: boolean; roles: number };
  }).catch((error: Error) => {
    throw unfit(`DATABASE_URL does not lead to a PostgreSQL that lets us in: ${error.message}`);
  });
  if (version < 150_000) throw unfit(`the server is PostgreSQL ${Math.floor(version / 10_000)}; 15 or later is needed`);
  if (superuser)
    throw unfit('DATABASE_URL names a superuser; row-level security would not bind it. Use the login hall instead');
  if (roles < 3)
    throw unfit(
      `the roles are missing. As a superuser run:\n${ROLES}create database hall owner hall_owner encoding 'UTF8' template template0 lc_collate 'C' lc_ctype 'C';\ngrant create on database hall to hall_worker;`,
    );
}

const unfit = (detail: string) => new HallFailure('database-unfit', 500, detail);
