import { newId } from '../src/platform/crypto/ids.ts';
import { type Database, openDatabase } from '../src/platform/db/database.ts';
import { openDatabaseToRoles } from '../src/platform/postgres/roles.ts';
import { urlOn, withClient } from '../src/platform/postgres/with-client.ts';
import { COPY_LOCK, startTestCluster, TEMPLATE } from './cluster.ts';

export interface TestDatabase {
  app: Database;
  worker: Database;
  owner: Database;
  /** As the login `hall`. */
  url: string;
  /** As superuser, for looking behind row-level security. */
  adminUrl: string;
  /** From here on it is away for everybody but a superuser; what is connected is thrown out. */
  cutOff(): Promise<void>;
  close(): Promise<void>;
}

/**
 * An own migrated database for one test file, on the cluster of the run (`HALL_TEST_CLUSTER`) or on one of its own.
 * Close it in `after`. `seeded` brings the registers and content of this release along.
 */
export async function testDatabase(ask: { seeded?: boolean } = {}): Promise<TestDatabase> {
  const given = process.env.HALL_TEST_CLUSTER;
  const cluster = given ? { adminUrl: given, stop: async () => undefined } : await startTestCluster();
  const template = ask.seeded
    ? await (await import('./seeded-template.ts')).seededTemplate(cluster.adminUrl)
    : TEMPLATE;
  const name = `hall_test_${newId().replaceAll('-', '').slice(8)}`;
  await withClient(cluster.adminUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [COPY_LOCK]);
    await client.query(`create database ${name} template ${template} owner hall_owner`);
    await openDatabaseToRoles(client, name);
  });
  const url = urlOn(cluster.adminUrl, name, 'hall');
  const open = (role: 'hall_app' | 'hall_worker' | 'hall_owner') =>
    openDatabase({ url, role, connections: 4, onConnectionError: () => undefined });
  const [app, worker, owner] = [open('hall_app'), open('hall_worker'), open('hall_owner')];
  return {
    app,
    worker,
    owner,
    url,
    adminUrl: urlOn(cluster.adminUrl, name),
    cutOff: () =>
      withClient(cluster.adminUrl, async (client) => {
        await client.query(`alter database ${name} connection limit 0`);
        await client.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()`,
          [name],
        );
      }),
    async close() {
      await Promise.all([app.close(), worker.close(), owner.close()]);
      await withClient(cluster.adminUrl, (client) => client.query(`drop database ${name} with (force)`));
      await cluster.stop();
    },
  };
}
