import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestHall, type TestHall } from '../../../tests/hall.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Principal } from '../../platform/db/principal.ts';
import type { Notice } from './notice.ts';
import { endNotice, openNotices, setNotice } from './notice-store.ts';

let hall: TestHall;
before(async () => {
  hall = await startTestHall();
});
after(() => hall.close());

const personId = newId();
const operator: Principal = { kind: 'operator', personId };
const now = Temporal.Now.instant();

function set(more: Partial<Omit<Notice, 'id'>>, principal: Principal = operator) {
  const notice = { kind: 'outage', text: { de: 'Wartung heute ab 22 Uhr' }, from: now, ...more } as const;
  return hall.database.app.transaction(principal, (tx) => setNotice(tx, notice, { personId, at: now }));
}
const page = async (path: string) => (await hall.visitor().get(path)).text();

test('a notice is on every page of its portal at once, in its language, until it is taken back', async () => {
  assert.doesNotMatch(await page('/gl/de/imprint'), /Wartung/);
  const id = await set({ portal: 'gl' });
  await hall.hall.refresh();
  assert.match(await page('/gl/de/imprint'), /notice--outage[\s\S]*Wartung heute ab 22 Uhr/);
  assert.match(await page('/gl/fr/imprint'), /<span lang="de">Wartung/);
  assert.match(await page('/gl/de/nowhere'), /Wartung/, 'on pages of failures too');
  assert.match(await page('/gl/workbench/de/sign-in'), /Wartung/, 'and on those of staff');
  assert.doesNotMatch(await page('/sl/de/imprint'), /Wartung/);
  assert.equal(await hall.database.app.transaction(operator, (tx) => endNotice(tx, id, now)), true);
  await hall.hall.refresh();
  assert.doesNotMatch(await page('/gl/de/imprint'), /Wartung/);
});

test('what is for later or over is not shown; what somebody typed never becomes markup', async () => {
  await set({ from: now.add({ hours: 1 }), text: { de: 'Erst später' } });
  await set({ from: now.subtract({ hours: 2 }), until: now.subtract({ hours: 1 }), text: { de: 'Längst vorbei' } });
  const shown = await set({ text: { de: '<script>alert(1)</script>' } });
  await hall.hall.refresh();
  const text = await page('/gl/de');
  assert.doesNotMatch(text, /Erst später|Längst vorbei|<script>alert/);
  assert.match(text, /&lt;script&gt;/);
  await hall.database.app.transaction(operator, (tx) => endNotice(tx, shown, now));
  await hall.hall.refresh();
});

test('only an operator sets one, in their own name', async () => {
  const others: Principal[] = [
    { kind: 'anonymous' },
    { kind: 'person', personId },
    { kind: 'staff', personId, authorityId: newId() },
    { kind: 'operator', personId: newId() },
  ];
  for (const principal of others) await assert.rejects(set({}, principal), /row-level security/);
  const id = await set({ text: { de: 'Bleibt' } });
  for (const principal of others.slice(0, 3))
    assert.equal(await hall.database.app.transaction(principal, (tx) => endNotice(tx, id, now)), false);
  assert.ok((await hall.database.app.transaction(operator, openNotices)).some((notice) => notice.id === id));
});
