import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, readManifest, unfit } from '../platform/backup/manifest.ts';
import { askAgain, readTables, refuseUnlessEmpty } from '../platform/backup/read-tables.ts';
import { schemaVersion } from '../platform/backup/tables.ts';
import { readSettings, type Settings } from '../platform/config/settings.ts';
import { migrate } from '../platform/postgres/migrate.ts';
import { takeStartLock } from '../platform/postgres/start-lock.ts';
import { withClient } from '../platform/postgres/with-client.ts';
import { dataDirectory } from './data-directory.ts';
import { withDatabase } from './with-database.ts';

/** `node src/main.ts restore FOLDER`: a backup onto an empty machine. Afterwards `npm start` goes on as before. */
export async function run(words: readonly string[]): Promise<void> {
  const [folder] = words;
  if (!folder) throw unfit('say from which folder: restore FOLDER');
  const dataDir = dataDirectory();
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const manifest = await withDatabase(dataDir, async (url) => {
    const lock = await takeStartLock(url);
    try {
      await migrate(url);
      return await restore(readSettings(process.env, dataDir, url), folder);
    } finally {
      await lock.release();
    }
  });
  console.log(`restored what was kept on ${manifest.at}; check the log with: node src/main.ts verify-audit`);
}

/**
 * Files and keys first, then the database in one transaction: a restore that breaks off can be begun anew. Before
 * anything is written it is sure that nothing is lost: on the wrong machine its keys would be gone, and all they open.
 */
export async function restore(settings: Settings, folder: string): Promise<Manifest> {
  const manifest = readManifest(folder);
  const parts = [
    ['files', join(settings.dataDir, 'files')],
    ['audit', join(settings.dataDir, 'audit')],
    ['keys', settings.keyDir],
  ] as const;
  await withClient(settings.databaseUrl, async (client) => {
    await client.query('begin');
    await client.query('set local role hall_owner');
    await client.query(`select set_config('hall.backup', 'on', true)`);
    await refuseUnlessEmpty(client);
    await client.query('rollback');
  });
  for (const [part, target] of parts) if (part !== 'files') refuseOthers(join(folder, part), target);
  for (const [part, target] of parts) putBack(join(folder, part), target, part === 'keys');
  const jobs = JSON.parse(readFileSync(join(folder, 'jobs.json'), 'utf8')) as { job: string; payload: string }[];
  await withClient(settings.databaseUrl, async (client) => {
    await client.query('set role hall_owner');
    await client.query('begin');
    await client.query(`select set_config('hall.backup', 'on', true)`);
    const version = await schemaVersion(client);
    if (version < manifest.schema)
      throw unfit(`the backup is of schema ${manifest.schema}, this release has ${version}`);
    await readTables(client, folder, manifest);
    await askAgain(client, jobs);
    await client.query('commit');
  });
  return manifest;
}

/** Throws when a key or a checkpoint file of another installation stands where one of the backup would. */
function refuseOthers(from: string, to: string): void {
  if (!existsSync(from)) return;
  for (const name of readdirSync(from)) {
    const there = join(to, name);
    if (existsSync(there) && !readFileSync(there).equals(readFileSync(join(from, name))))
      throw unfit(`${there} is not the one of the backup; move it away if nothing needs it any more`);
  }
}

function putBack(from: string, to: string, isSecret: boolean): void {
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true, mode: 0o700 });
  cpSync(from, to, { recursive: true, force: true });
  if (!isSecret) return;
  for (const name of readdirSync(to)) chmodSync(join(to, name), 0o600);
}
