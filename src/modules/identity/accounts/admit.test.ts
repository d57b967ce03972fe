import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../../tests/database.ts';
import { stoppedClock } from '../../../platform/clock/clock.ts';
import type { StaffClaim } from '../providers/identity-provider.ts';
import { createSessions } from '../sessions/resolve-session.ts';
import { SESSION_LIMITS } from '../sessions/session.ts';
import { admit } from './admit.ts';

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

const clock = stoppedClock('2026-11-24T10:00:00Z');
const sealer = { seal: (plain: Buffer) => plain, open: (sealed: Buffer) => sealed };
const signIn = (staff: StaffClaim) =>
  admit(database.app, sealer, {
    portal: 'gl',
    area: 'workbench',
    provider: 'work',
    identified: { kind: 'identified', subject: 'sandra', level: 'substantial', attributes: {}, staff },
    at: clock.now(),
  });
const seatOf = async (token: string) =>
  (await createSessions(sealer, SESSION_LIMITS).resolve(database.app, token, clock))?.staff?.role;

test('who comes back with another role or office works there only: what they had open elsewhere ends', async () => {
  const lead = await signIn({ role: 'lead', authority: 'ch-1630' });
  const second = await signIn({ role: 'lead', authority: 'ch-1630' });
  assert.deepEqual([await seatOf(lead.token), await seatOf(second.token)], ['lead', 'lead'], 'two browsers are fine');
  const reader = await signIn({ role: 'read-only', authority: 'ch-1630' });
  assert.deepEqual([await seatOf(lead.token), await seatOf(second.token)], [undefined, undefined]);
  const elsewhere = await signIn({ role: 'read-only', authority: 'ch-1632' });
  assert.deepEqual([await seatOf(reader.token), await seatOf(elsewhere.token)], [undefined, 'read-only']);
});
