import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import { idOfKey, newId } from '../../platform/crypto/ids.ts';
import { ANONYMOUS, type Principal } from '../../platform/db/principal.ts';
import { looksAt } from '../audit/index.ts';
import {
  contentRevision,
  currentVersions,
  insertVersion,
  type Overlay,
  overlaysOf,
  publish,
  publishOverlay,
  versionsOn,
} from './index.ts';
import { shelvesOf } from './shelf.ts';

let database: TestDatabase;
before(async () => {
  database = await testDatabase({ seeded: true });
});
after(() => database.close());

const authority = (key: string) => ({ key, id: idOfKey<'authority'>(`authority:${key}`) });
const NORD = authority('ch-1630');
const GLARUS = authority('ch-1632');
const CLERK = newId();
const clerkOf = ({ id }: { id: string }, personId = CLERK): Principal => ({ kind: 'staff', personId, authorityId: id });
const AT = Temporal.Instant.from('2026-11-24T10:00:00Z');
const FEE = { fee: { amountCents: 3300, currency: 'CHF', source: 'Gebührentarif Art. 5' } };

function attempt(overlay: Partial<Overlay> = {}, principal: Principal = clerkOf(NORD)) {
  const whole: Overlay = {
    kind: 'service',
    key: 'residence-certificate',
    authority: NORD,
    definition: FEE,
    basedOn: 1,
    after: 0,
    writtenBy: CLERK,
    ...overlay,
  };
  return database.app.transaction(principal, (tx) => publishOverlay(tx, whole, AT));
}
const feeAt = async (place: string) =>
  publish(await database.app.transaction(ANONYMOUS, currentVersions)).find(
    'service',
    'residence-certificate',
    'gl',
    place,
  )?.definition.fee;

test('a clerk publishes for the own authority: readers see it, others don’t, the log holds it', async () => {
  const revision = await database.app.transaction(ANONYMOUS, contentRevision);
  assert.deepEqual(await attempt(), { kind: 'published', number: 1 });
  assert.deepEqual(await feeAt('ch-1630'), { ...FEE.fee, example: true });
  assert.deepEqual(await feeAt('ch-1632'), { amountCents: 2500, currency: 'CHF', example: true });
  assert.notEqual(await database.app.transaction(ANONYMOUS, contentRevision), revision);
  const [written] = await database.app.transaction(clerkOf(NORD), (tx) => overlaysOf(tx, NORD.id));
  const looks = await database.app.transaction(clerkOf(NORD), (tx) => looksAt(tx, written?.id ?? ''));
  assert.deepEqual(
    looks.map(({ act, actor_id }) => [act, actor_id]),
    [['content.changed', CLERK]],
  );
});

test('whoever has not seen the newest overlay writes nothing', async () => {
  assert.deepEqual(await attempt({ after: 0 }), { kind: 'overtaken' });
  assert.deepEqual(await attempt({ after: 7 }), { kind: 'overtaken' });
  const both = await Promise.all([attempt({ after: 1 }), attempt({ after: 1 }), attempt({ after: 1 })]);
  assert.deepEqual(both.map(({ kind }) => kind).sort(), ['overtaken', 'overtaken', 'published']);
  const mine = await database.app.transaction(ANONYMOUS, (tx) =>
    versionsOn(tx, 'service', shelvesOf('residence-certificate', 'gl', 'ch-1630')),
  );
  assert.deepEqual(
    mine.filter(({ origin }) => origin === 'overlay').map(({ number }) => number),
    [2, 1],
  );
});

test('an overlay that says nothing any more takes back what it said', async () => {
  assert.deepEqual(await attempt({ after: 2, definition: {} }), { kind: 'published', number: 3 });
  assert.deepEqual(await feeAt('ch-1630'), { amountCents: 2000, currency: 'CHF', example: true });
});

test('the database refuses another authority’s scope, another name, forms, and everybody who is not staff', async () => {
  const refused = /row-level security/;
  await assert.rejects(attempt({ authority: GLARUS }), refused);
  // A foreign scope under the own id: the id alone would have let it in.
  await assert.rejects(attempt({ authority: { id: NORD.id, key: GLARUS.key } }), refused);
  await assert.rejects(attempt({ after: 3, writtenBy: newId() }), refused);
  await assert.rejects(attempt({ kind: 'form' }), refused);
  await assert.rejects(attempt({ after: 3 }, { kind: 'operator', personId: CLERK }), refused);
  await assert.rejects(attempt({ after: 3 }, { kind: 'person', personId: CLERK }), refused);
  await assert.rejects(
    database.app.transaction(clerkOf(NORD), (tx) =>
      insertVersion(
        tx,
        {
          kind: 'service',
          key: 'x',
          scope: 'portal:gl',
          origin: 'files',
          number: 1,
          basedOn: null,
          authorityId: NORD.id,
          definition: {},
        },
        AT,
      ),
    ),
    refused,
  );
});
