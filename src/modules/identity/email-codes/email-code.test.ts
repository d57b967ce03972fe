import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../../tests/database.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Principal } from '../../../platform/db/principal.ts';
import { confirmEmailCode, type EmailCodes, isEmailConfirmed, requestEmailCode } from './email-code.ts';
import { sweepEmailCodes } from './email-code-store.ts';

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

const sent: string[] = [];
const codes: EmailCodes = { key: Buffer.alloc(32, 1), sendMail: async (_tx, { text }) => void sent.push(text) };
const NOW = Temporal.Now.instant();

/** Asks for a code of a new draft at `at`; returns its subject, principal and the code. */
async function ask(at: Temporal.Instant) {
  const draftId = newId();
  const principal: Principal = { kind: 'applicant', draftId };
  const subject = { id: draftId, purpose: 'application' };
  const wish = { address: 'verena@example.ch', portalName: 'Glarus', language: 'de', at } as const;
  assert.equal(await database.app.transaction(principal, (tx) => requestEmailCode(tx, codes, subject, wish)), 'sent');
  return { principal, subject, code: /(\d{4} \d{4})/.exec(sent.at(-1) ?? '')?.[1] ?? '' };
}

test('of a code that was used or has ended, nothing is left after a day; one that is still good stays', async () => {
  const [old, fresh] = [await ask(NOW.subtract({ hours: 26 })), await ask(NOW)];
  assert.equal(await database.app.transaction({ kind: 'job' }, sweepEmailCodes), 1);
  const typed = await database.app.transaction(fresh.principal, (tx) =>
    confirmEmailCode(tx, codes.key, fresh.subject, fresh.code, NOW),
  );
  assert.equal(typed, 'confirmed');
  const late = await database.app.transaction(old.principal, (tx) =>
    isEmailConfirmed(tx, codes.key, old.subject, 'verena@example.ch'),
  );
  assert.equal(late, false);
  for (const stranger of [{ kind: 'anonymous' }, { kind: 'operator', personId: newId() }] as const)
    assert.equal(await database.app.transaction(stranger, sweepEmailCodes), 0);
});

test('ten wrong tries are all there are, a new code buys none, and nobody else can use them up', async () => {
  const { principal, subject, code } = await ask(NOW);
  const tryIt = (as: Principal, typed: string) =>
    database.app.transaction(as, (tx) => confirmEmailCode(tx, codes.key, subject, typed, NOW));
  assert.equal(await tryIt({ kind: 'applicant', draftId: newId() }, '00000000'), 'too-many-or-late');
  const wrong = code === '1234 5678' ? '8765 4321' : '1234 5678';
  for (let tries = 0; tries < 10; tries++) assert.equal(await tryIt(principal, wrong), 'wrong');
  assert.equal(await tryIt(principal, code), 'too-many-or-late');
  const wish = { address: 'verena@example.ch', portalName: 'Glarus', language: 'de', at: NOW } as const;
  await database.app.transaction(principal, (tx) => requestEmailCode(tx, codes, subject, wish));
  assert.equal(await tryIt(principal, /(\d{4} \d{4})/.exec(sent.at(-1) ?? '')?.[1] ?? ''), 'too-many-or-late');
});
