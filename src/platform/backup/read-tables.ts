import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { newId } from '../crypto/ids.ts';
import { type Manifest, unfit } from './manifest.ts';
import { type Table, tablesInOrder } from './tables.ts';

const BATCH = 500;
/** Filled by migrations: emptied before the backup's rows come. */
const MIGRATED = 'content_revision';

/** Throws `backup-unfit` when there are rows already. */
export async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  for (const { name } of await tablesInOrder(client)) {
    if (name === MIGRATED) continue;
    const { rows } = await client.query(`select from hall."${name}" limit 1`);
    if (rows.length > 0) throw unfit(`hall.${name} has rows already; restore only onto an empty database`);
  }
}

/**
 * Fills every table from the backup in `folder`, inside the caller's transaction. Throws `backup-unfit` when there are
 * rows already, or when a table does not get as many rows as were written.
 */
export async function readTables(client: pg.Client, folder: string, manifest: Manifest): Promise<void> {
  await refuseUnlessEmpty(client);
  const tables = await tablesInOrder(client);
  for (const name of Object.keys(manifest.tables))
    if (!tables.some((table) => table.name === name)) throw unfit(`the backup has a table ${name} that is not known`);
  for (const table of tables) {
    const expected = manifest.tables[table.name] ?? 0;
    const count = table.name === MIGRATED ? expected : await fill(client, folder, table);
    if (count !== expected) throw unfit(`${table.name}: ${expected} rows were written, ${count} came back`);
  }
  await restoreRevision(client, folder);
}

async function fill(client: pg.Client, folder: string, { name, columns }: Table): Promise<number> {
  const list = columns.map((column) => `"${column}"`).join(', ');
  const sql = `insert into hall."${name}" (${list}) select ${list} from json_populate_recordset(null::hall."${name}", $1)`;
  let count = 0;
  let batch: string[] = [];
  const flush = async () => {
    if (batch.length > 0) count += (await client.query(sql, [`[${batch.join(',')}]`])).rowCount ?? 0;
    batch = [];
  };
  for await (const line of linesOf(folder, name)) {
    if (batch.push(line) === BATCH) await flush();
  }
  await flush();
  return count;
}

/** The revision only grows, so that whoever kept content in memory looks again. */
async function restoreRevision(client: pg.Client, folder: string): Promise<void> {
  for await (const line of linesOf(folder, MIGRATED))
    await client.query(
      `update hall.content_revision set revision = greatest(revision, ($1::json ->> 'revision')::bigint) + 1`,
      [line],
    );
}

/** Ends at line feeds alone: a separator of Unicode (U+2028) may stand in what people wrote. */
async function* linesOf(folder: string, table: string): AsyncGenerator<string> {
  const unpacked = createReadStream(join(folder, 'tables', `${table}.jsonl.gz`)).pipe(createGunzip());
  let rest = '';
  for await (const chunk of unpacked.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** Jobs that waited go back into the outbox; the worker moves them as soon as it runs. */
export async function askAgain(client: pg.Client, jobs: readonly { job: string; payload: string }[]): Promise<void> {
  for (const { job, payload } of jobs)
    await client.query('insert into hall.outbox (id, job, payload) values ($1, $2, $3::jsonb)', [
      newId(),
      job,
      payload,
    ]);
}
