import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../tests/database.ts';
import { recordActs } from '../modules/audit/index.ts';
import { readSettings } from '../platform/config/settings.ts';
import { newId } from '../platform/crypto/ids.ts';
import { askForJob } from '../platform/jobs/outbox.ts';
import { withClient } from '../platform/postgres/with-client.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';

let from: TestDatabase;
let onto: TestDatabase;
const machine = mkdtempSync(join(tmpdir(), 'hall-backup-'));
const folder = (name: string) => join(machine, name);
const settingsFor = (database: TestDatabase, dataDir: string) => readSettings({}, dataDir, database.url);

before(async () => {
  [from, onto] = [await testDatabase(), await testDatabase()];
});
after(async () => {
  await Promise.all([from.close(), onto.close()]);
  rmSync(machine, { recursive: true });
});

const STAFF = { kind: 'staff', personId: newId(), authorityId: newId() } as const;

const rowsOf = (database: TestDatabase, table: string) =>
  withClient(database.adminUrl, async (client) => {
    const { rows } = await client.query<{ line: string }>(`select t::text as line from hall.${table} t order by 1`);
    return rows.map(({ line }) => line);
  });

test('what is backed up comes back onto an empty machine, files and keys too', async () => {
  await from.app.transaction(STAFF, async (tx) => {
    await askForJob(tx, 'write-receipt', { caseId: newId() });
    const at = Temporal.Instant.from('2026-11-23T10:00:00.123456Z');
    const act = { chain: 'ch-1630', act: 'case.opened', authorityId: STAFF.authorityId, details: { why: 'é\u2028"' } };
    await recordActs(
      tx,
      at,
      Array.from({ length: 1_203 }, () => act),
    );
  });
  mkdirSync(folder('a/keys'), { recursive: true });
  writeFileSync(folder('a/keys/installation.key'), 'secret');

  await backup(settingsFor(from, folder('a')), folder('kept'), true);
  await restore(settingsFor(onto, folder('b')), folder('kept'));

  for (const table of ['audit_entry', 'audit_detail', 'audit_head', 'outbox'])
    assert.deepEqual(await rowsOf(onto, table), await rowsOf(from, table), table);
  assert.equal(readFileSync(folder('b/keys/installation.key'), 'utf8'), 'secret');
});

test('on a machine that is in use nothing is touched: neither its keys nor what its log has signed', async () => {
  const [used, empty] = [folder('used'), await testDatabase()];
  mkdirSync(join(used, 'keys'), { recursive: true });
  writeFileSync(join(used, 'keys/installation.key'), 'its own');
  try {
    await assert.rejects(restore(settingsFor(onto, used), folder('kept')), /rows already/);
    await assert.rejects(restore(settingsFor(empty, used), folder('kept')), /is not the one of the backup/);
    assert.equal(readFileSync(join(used, 'keys/installation.key'), 'utf8'), 'its own');
  } finally {
    await empty.close();
  }
});

test('a backup that was changed, and a database that is not empty, are refused', async () => {
  await assert.rejects(restore(settingsFor(onto, folder('b')), folder('kept')), /rows already/);
  appendFileSync(folder('kept/tables/audit_head.jsonl.gz'), 'x');
  await assert.rejects(restore(settingsFor(onto, folder('b')), folder('kept')), /not as it was written/);
  rmSync(folder('kept/manifest.json'));
  await assert.rejects(restore(settingsFor(onto, folder('b')), folder('kept')), /was the backup finished/);
});
