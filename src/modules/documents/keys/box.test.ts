import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../../tests/database.ts';
import { systemClock } from '../../../platform/clock/clock.ts';
import { idOfKey, newId } from '../../../platform/crypto/ids.ts';
import type { Principal } from '../../../platform/db/principal.ts';
import { createLimiter } from '../../identity/index.ts';
import { findFiles, insertFile, lockOwner } from '../files/file-store.ts';
import { createDocuments, type Documents, fileKeys, KeyUnusable, Unreadable } from '../index.ts';

const GLARUS = idOfKey('authority:ch-1632');
const GLARUS_SUED = idOfKey('authority:ch-1631');
let database: TestDatabase;
let documents: Documents;
const keyDir = mkdtempSync(join(tmpdir(), 'hall-keys-'));

before(async () => {
  database = await testDatabase();
  documents = createDocuments({
    ring: fileKeys({ keyDir, createMissing: true }),
    dataDir: keyDir,
    uploadsOrigin: 'http://127.0.0.1:1',
    contentDir: 'content/',
    clock: systemClock,
    limiter: createLimiter(systemClock),
  });
});
after(async () => {
  await database.close();
  rmSync(keyDir, { recursive: true });
});

const applicant = (draftId: string): Principal => ({ kind: 'applicant', draftId });

async function newDraft() {
  const draftId = newId<'draft'>();
  const sealed = await database.app.transaction(applicant(draftId), async (tx) => {
    const box = await documents.newBox(tx, { draftId, authorityId: GLARUS });
    return box.sealJson({ name: 'Verena Zweifel' }, 'answers');
  });
  return { draftId, sealed };
}

const open = (principal: Principal, ref: { draftId: string } | { caseId: string }) =>
  database.app.transaction(principal, (tx) => documents.openBox(tx, ref));

test('what is sealed opens again, in its place only', async () => {
  const { draftId, sealed } = await newDraft();
  const box = await open(applicant(draftId), { draftId });
  assert.deepEqual(box.openJson(sealed, 'answers'), { name: 'Verena Zweifel' });
  assert.equal(sealed.includes('Verena'), false);
  assert.throws(() => box.openJson(sealed, 'note'), Unreadable);
  const other = await newDraft();
  const foreign = await open(applicant(other.draftId), { draftId: other.draftId });
  assert.throws(() => foreign.openJson(sealed, 'answers'), Unreadable);
});

test('one changed bit anywhere is noticed', async () => {
  const { draftId, sealed } = await newDraft();
  const box = await open(applicant(draftId), { draftId });
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] as number) ^ 1;
    assert.throws(() => box.openJson(changed, 'answers'), Unreadable, `byte ${at}`);
  }
  assert.throws(() => box.open(sealed.subarray(0, 20), 'answers'), Unreadable);
});

test('strangers find no key: another draft, another person, staff, nobody', async () => {
  const { draftId } = await newDraft();
  const strangers: Principal[] = [
    { kind: 'anonymous' },
    applicant(newId()),
    { kind: 'person', personId: newId() },
    { kind: 'staff', personId: newId(), authorityId: GLARUS },
    { kind: 'operator', personId: newId() },
    { kind: 'job', authorityId: GLARUS },
  ];
  for (const stranger of strangers)
    await assert.rejects(open(stranger, { draftId }), { code: 'not-found' }, JSON.stringify(stranger));
});

test('a draft is handed over: the case opens under its authority, the draft stays readable, not twice', async () => {
  const { draftId, sealed } = await newDraft();
  const caseId = newId<'case'>();
  const { label, wrappedKey } = await database.app.transaction(applicant(draftId), async (tx) => {
    const handed = await documents.handOver(tx, { draftId, caseId, authorityId: GLARUS_SUED });
    return { label: handed.box.sealJson('Zweifel', 'label'), wrappedKey: handed.wrappedKey };
  });
  const inCase = await open({ kind: 'job', caseId }, { caseId });
  assert.equal(inCase.openJson(label, 'label'), 'Zweifel');
  assert.equal(documents.boxOf({ caseId }, GLARUS_SUED, wrappedKey).openJson(label, 'label'), 'Zweifel');
  assert.throws(() => documents.boxOf({ caseId }, GLARUS, wrappedKey), Unreadable);
  assert.throws(() => documents.boxOf({ caseId: newId() }, GLARUS_SUED, wrappedKey), Unreadable);
  const inDraft = await open(applicant(draftId), { draftId });
  assert.deepEqual(inDraft.openJson(sealed, 'answers'), { name: 'Verena Zweifel' });
  const again = database.app.transaction(applicant(draftId), (tx) =>
    documents.handOver(tx, { draftId, caseId: newId(), authorityId: GLARUS }),
  );
  await assert.rejects(again, { code: 'not-found' });
});

test('a file that is being laid to a draft while it is handed over goes to the case too', async () => {
  const { draftId } = await newDraft();
  const [id, caseId] = [newId<'file'>(), newId<'case'>()];
  let handedOver: Promise<unknown> = Promise.resolve();
  await database.app.transaction(applicant(draftId), async (tx) => {
    await lockOwner(tx, { draftId });
    handedOver = database.app.transaction(applicant(draftId), (other) =>
      documents.handOver(other, { draftId, caseId, authorityId: GLARUS }),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    const file = { kind: 'upload', field: 'proof', type: 'image/png', sizeBytes: 1, state: 'quarantined' } as const;
    await insertFile(tx, { ...file, id, ref: { draftId }, personId: null, sealedFacts: Buffer.from('x') });
  });
  await handedOver;
  const ofCase = await database.app.transaction({ kind: 'job', caseId }, (tx) => findFiles(tx, { caseId }));
  assert.deepEqual(
    ofCase.map((file) => file.id),
    [id],
  );
});

test('a draft begun without an account can be given to who signs in', async () => {
  const { draftId } = await newDraft();
  const personId = newId<'person'>();
  await database.app.transaction(applicant(draftId), (tx) => documents.grantBox(tx, draftId, personId));
  await open({ kind: 'person', personId }, { draftId });
  await assert.rejects(open({ kind: 'person', personId: newId() }, { draftId }), { code: 'not-found' });
});

test('a destroyed key leaves nothing that opens', async () => {
  const { draftId } = await newDraft();
  await database.app.transaction(applicant(draftId), (tx) => documents.destroyBox(tx, { draftId }));
  await assert.rejects(open(applicant(draftId), { draftId }), { code: 'not-found' });
});

test('key files are for their owner only; in production none is made', async () => {
  const files = readdirSync(keyDir);
  assert.ok(files.includes(`authority-${GLARUS}.key`));
  for (const file of files) assert.equal(statSync(join(keyDir, file)).mode & 0o777, 0o600);
  const path = join(keyDir, `authority-${GLARUS}.key`);
  chmodSync(path, 0o644);
  const exposed = fileKeys({ keyDir, createMissing: true });
  assert.throws(() => exposed.wrap(GLARUS, 'x', Buffer.alloc(1)), KeyUnusable);
  chmodSync(path, 0o600);
  const production = fileKeys({ keyDir, createMissing: false });
  assert.throws(() => production.wrap(newId(), 'x', Buffer.alloc(1)), KeyUnusable);
  assert.throws(() => production.wrap('../../etc/passwd', 'x', Buffer.alloc(1)), KeyUnusable);
});

test('the secrets of an installation are stable, and differ by name', () => {
  const secret = (name: string) => fileKeys({ keyDir, createMissing: true }).secret(name);
  assert.deepEqual(secret('sessions'), secret('sessions'));
  assert.notDeepEqual(secret('sessions'), secret('codes'));
  assert.equal(secret('codes').length, 32);
});
