import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import { newId } from '../../platform/crypto/ids.ts';
import { withClient } from '../../platform/postgres/with-client.ts';
import { genesis, hashOf } from './entry.ts';
import {
  brokenCheckpoints,
  checkpointKey,
  checkpointWriter,
  headsOf,
  looksConcerning,
  readCheckpoints,
  recordActs,
  verifyChains,
  writeCheckpoint,
} from './index.ts';

let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'audit-'));
before(async () => {
  database = await testDatabase();
});
after(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const AUTHORITY = newId();
const STAFF = { kind: 'staff', personId: newId(), authorityId: AUTHORITY } as const;
const NOW = Temporal.Instant.from('2026-11-23T10:00:00.123456Z');

const record = (chain: string, count: number, personId?: string) =>
  database.app.transaction(STAFF, (tx) =>
    recordActs(
      tx,
      NOW,
      Array.from({ length: count }, () => ({
        chain,
        act: 'case.opened',
        authorityId: AUTHORITY,
        subject: { kind: 'case', id: newId() },
        ...(personId && { personId }),
        details: { reason: 'inquiry' },
      })),
    ),
  );

const OWNER = { kind: 'operator', personId: newId() } as const;
const faultsOf = async () => {
  const checkpoints = readCheckpoints(join(folder, 'checkpoints'));
  return (await database.owner.transaction(OWNER, (tx) => verifyChains(tx, checkpoints))).faults.map(
    ({ chain, number, what }) => `${chain} ${number} ${what}`,
  );
};
const tamper = (sql: string) => withClient(database.adminUrl, (client) => client.query(sql));

test('an untouched log has no fault; entries chain across transactions, and at once', async () => {
  await Promise.all([record('ch-1', 3), record('ch-2', 2), record('ch-1', 2), record('ch-2', 1)]);
  assert.deepEqual(await faultsOf(), []);
});

test('a changed, a missing and a cut-off entry are found, by number', async () => {
  await record('changed', 3);
  await record('holed', 3);
  await record('cut', 3);
  await record('forged', 3);
  const key = checkpointKey(folder);
  const heads = await database.owner.transaction(OWNER, headsOf);
  writeCheckpoint(join(folder, 'checkpoints'), key, NOW, heads);
  await tamper(`update hall.audit_entry set act = 'case.closed' where chain = 'changed' and number = 2`);
  await tamper(
    `delete from hall.audit_detail where chain = 'holed'; delete from hall.audit_entry where chain = 'holed' and number = 2`,
  );
  await tamper(`delete from hall.audit_detail where chain = 'cut' and number = 3; delete from hall.audit_entry where chain = 'cut' and number = 3;
    update hall.audit_head h set number = 2, hash = (select hash from hall.audit_entry where chain = 'cut' and number = 2) where chain = 'cut'`);
  await tamper(`update hall.audit_detail set details = '{"reason":"curiosity"}' where chain = 'forged' and number = 1`);
  const faults = await faultsOf();
  assert.ok(faults.includes('changed 2 changed'), faults.join('\n'));
  assert.ok(faults.includes('holed 2 missing'));
  assert.ok(faults.includes('cut 3 tail-cut'));
  assert.ok(faults.includes('forged 1 details-changed'));
  assert.equal(faults.filter((fault) => fault.startsWith('ch-')).length, 0);
});

test('details can be destroyed without breaking the chain', async () => {
  await record('forgotten', 2);
  await tamper(`delete from hall.audit_detail where chain = 'forgotten'`);
  assert.ok(!(await faultsOf()).some((fault) => fault.startsWith('forgotten')));
});

test('checkpoints are signed and in order: none can be changed or taken out', async () => {
  const key = checkpointKey(folder);
  const path = join(folder, 'three');
  for (let count = 0; count < 3; count++)
    writeCheckpoint(path, key, NOW, new Map([['a', { number: BigInt(count), hash: Buffer.alloc(32) }]]));
  const [first, second, third] = readCheckpoints(path);
  assert.ok(first && second && third);
  assert.deepEqual(brokenCheckpoints([first, second, third], key), []);
  assert.deepEqual(brokenCheckpoints([first, third], key), [2]);
  assert.deepEqual(brokenCheckpoints([first, { ...second, at: '2026-01-01T00:00:00Z' }, third], key), [2, 3]);
});

test('an entry that is rewritten with its hash and head, and signed again as it is then, is found all the same', async () => {
  const [chain, path] = ['rewritten', join(folder, 'checkpoints')];
  await database.app.transaction(STAFF, (tx) => recordActs(tx, NOW, [{ chain, act: 'case.opened' }]));
  const sign = checkpointWriter(path, folder);
  sign(NOW, await database.owner.transaction(OWNER, headsOf));
  const nothing = { actingFor: null, authorityId: null, subjectKind: null, subjectId: null, personId: null };
  const at = NOW.toString({ fractionalSecondDigits: 3 });
  const who = { actorKind: 'staff', actorId: STAFF.personId, detailsHash: null, ...nothing } as const;
  const forged = hashOf(genesis(chain), { chain, number: 1n, at, act: 'case.listed', ...who }).toString('hex');
  await tamper(`update hall.audit_entry set act = 'case.listed', hash = decode('${forged}', 'hex') where chain = '${chain}';
    update hall.audit_head set hash = decode('${forged}', 'hex') where chain = '${chain}'`);
  sign(NOW, await database.owner.transaction(OWNER, headsOf));
  assert.deepEqual(readCheckpoints(path).at(-1)?.heads, [{ chain, number: '1', hash: forged }], 'only what has moved');
  assert.ok((await faultsOf()).includes('rewritten 1 changed'));
});

test('details put beside an entry that has none, and a time that is off by microseconds, are found', async () => {
  await database.app.transaction(STAFF, (tx) => recordActs(tx, NOW, [{ chain: 'bare', act: 'case.opened' }]));
  await record('late', 1);
  assert.deepEqual(
    (await faultsOf()).filter((fault) => /^(bare|late)/.test(fault)),
    [],
  );
  await tamper(`insert into hall.audit_detail (chain, number, salt, details) values ('bare', 1, sha256('x'), '{}')`);
  await tamper(`update hall.audit_entry set at = at + interval '7 microseconds' where chain = 'late'`);
  const faults = await faultsOf();
  assert.ok(faults.includes('bare 1 details-changed'), faults.join('\n'));
  assert.ok(faults.includes('late 1 changed'), faults.join('\n'));
});

test('a checkpoint that was torn off by a full disk is cut off, and the next one follows the last whole one', () => {
  const [key, path] = [checkpointKey(folder), join(folder, 'torn')];
  const heads = (count: number) => new Map([['a'.repeat(70_000), { number: BigInt(count), hash: Buffer.alloc(32) }]]);
  writeCheckpoint(path, key, NOW, heads(1));
  writeCheckpoint(path, key, NOW, heads(2));
  appendFileSync(path, '{"at":"2026-');
  assert.equal(readCheckpoints(path).length, 2);
  writeCheckpoint(path, key, NOW, heads(3));
  assert.equal(readCheckpoints(path).length, 3);
  assert.deepEqual(brokenCheckpoints(readCheckpoints(path), key), []);
});

test('the person concerned sees who looked; another person and another authority see nothing', async () => {
  const [mine, stranger] = [newId(), newId()];
  await record('ch-3', 1, mine);
  const look = (principal: Parameters<typeof database.app.transaction>[0]) =>
    database.app.transaction(principal, (tx) => looksConcerning(tx, mine));
  assert.equal((await look({ kind: 'person', personId: mine }))[0]?.actor_id, STAFF.personId);
  assert.deepEqual(await look({ kind: 'person', personId: stranger }), []);
  assert.deepEqual(await look({ kind: 'staff', personId: mine, authorityId: newId() }), []);
  assert.deepEqual(await look({ kind: 'operator', personId: mine }), []);
});
