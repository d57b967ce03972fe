import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { hashOfFile, type Manifest, unfit, writeManifest } from '../platform/backup/manifest.ts';
import { schemaVersion } from '../platform/backup/tables.ts';
import { waitingJobs, writeTables } from '../platform/backup/write-tables.ts';
import { readSettings, type Settings } from '../platform/config/settings.ts';
import { withClient } from '../platform/postgres/with-client.ts';
import { dataDirectory } from './data-directory.ts';
import { withDatabase } from './with-database.ts';

/**
 * `node src/main.ts backup FOLDER`: database, files and keys into a new folder, while the hall runs. The keys open
 * everything: keep the folder as you keep them, or leave them out with --without-keys and keep them elsewhere.
 */
export async function run(words: readonly string[]): Promise<void> {
  const [folder] = words.filter((word) => !word.startsWith('--'));
  if (!folder) throw unfit('say into which folder: backup FOLDER [--without-keys]');
  if (existsSync(folder) && readdirSync(folder).length > 0) throw unfit(`${folder} is not empty`);
  const dataDir = dataDirectory();
  const written = await withDatabase(dataDir, (url) =>
    backup(readSettings(process.env, dataDir, url), folder, !words.includes('--without-keys')),
  );
  const rows = Object.values(written.tables).reduce((sum, count) => sum + count, 0);
  console.log(
    `${folder}: ${rows} rows of ${Object.keys(written.tables).length} tables, ${Object.keys(written.files).length} files`,
  );
}

/** Writes the backup; the manifest comes last, so a backup without one was not finished. */
export async function backup(settings: Settings, folder: string, withKeys: boolean): Promise<Manifest> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const at = new Date().toISOString();
  // Checkpoints first: one that is written while tables are read would know of entries that these do not have.
  copyFolder(join(settings.dataDir, 'audit'), join(folder, 'audit'));
  const { schema, tables, files } = await withClient(settings.databaseUrl, async (client) => {
    await client.query('begin isolation level repeatable read');
    // Jobs first: one that runs while tables are written is then done twice rather than never.
    await client.query('set local role hall_worker');
    const jobs = await waitingJobs(client);
    await client.query('set local role hall_owner');
    await client.query(`select set_config('hall.backup', 'on', true)`);
    writeFileSync(join(folder, 'jobs.json'), JSON.stringify(jobs));
    const counts = await writeTables(client, folder);
    const places = await client.query<{ id: string }>('select id from hall.file_place');
    const version = await schemaVersion(client);
    await client.query('rollback');
    return { schema: version, tables: counts, files: places.rows.map(({ id }) => id) };
  });
  copyFiles(settings.dataDir, folder, files);
  if (withKeys) copyFolder(settings.keyDir, join(folder, 'keys'));
  const manifest: Manifest = { format: 1, at, schema, tables, files: hashesBelow(folder) };
  writeManifest(folder, manifest);
  return manifest;
}

/** Files never change once they lie; one that was removed since the database was read is no loss. */
function copyFiles(dataDir: string, folder: string, ids: readonly string[]): void {
  for (const id of ids) {
    const path = join('files', id.slice(-2), id);
    const from = join(dataDir, path);
    if (!existsSync(from)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(from, join(folder, path));
  }
}

function copyFolder(from: string, to: string): void {
  if (existsSync(from)) cpSync(from, to, { recursive: true, preserveTimestamps: true });
}

function hashesBelow(folder: string): Record<string, string> {
  const hashes: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    hashes[relative(folder, path)] = hashOfFile(path);
  }
  return hashes;
}
