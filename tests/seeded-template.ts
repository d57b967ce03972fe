import { seed } from '../src/commands/seed.ts';
import { readSettings } from '../src/platform/config/settings.ts';
import { openDatabaseToRoles } from '../src/platform/postgres/roles.ts';
import { urlOn, withClient } from '../src/platform/postgres/with-client.ts';
import { COPY_LOCK, TEMPLATE } from './cluster.ts';

const SEEDED = 'hall_template_seeded';
const BEING_SEEDED = 'hall_template_being_seeded';

/**
 * The template database that has registers and content in it, made once for each cluster: seeding takes seconds, copying
 * what is seeded does not. Returns its name.
 */
export async function seededTemplate(adminUrl: string): Promise<string> {
  await withClient(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [COPY_LOCK]);
    const { rows } = await client.query('select from pg_database where datname = $1', [SEEDED]);
    if (rows.length > 0) return;
    await client.query(`drop database if exists ${BEING_SEEDED} with (force)`);
    await client.query(`create database ${BEING_SEEDED} template ${TEMPLATE} owner hall_owner`);
    await openDatabaseToRoles(client, BEING_SEEDED);
    await seed(readSettings(process.env, '/nowhere', urlOn(adminUrl, BEING_SEEDED, 'hall')), () => undefined);
    await client.query(`alter database ${BEING_SEEDED} rename to ${SEEDED}`);
  });
  return SEEDED;
}
