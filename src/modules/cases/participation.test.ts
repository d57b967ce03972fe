import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import { type ExampleCounter, exampleCase, exampleCounter, LEAD, NEIGHBOUR } from '../../../tests/example-cases.ts';
import { newId } from '../../platform/crypto/ids.ts';
import { statement } from '../../platform/db/database.ts';
import { ANONYMOUS, type Principal } from '../../platform/db/principal.ts';
import { withClient } from '../../platform/postgres/with-client.ts';
import { looksAt } from '../audit/index.ts';
import { actOnCase, openCase, openOwnCase, writeNote } from './index.ts';

let database: TestDatabase;
let counter: ExampleCounter;
const NOW = Temporal.Instant.from('2026-11-23T10:00:00Z');
const TABLES = ['case_record', 'case_authority', 'case_person', 'application', 'case_event', 'case_note', 'case_term'];
const staff = (authorityId: string): Principal => ({ kind: 'staff', personId: newId(), authorityId });

before(async () => {
  database = await testDatabase();
  counter = exampleCounter();
});
after(() => database.close());

async function seen(principal: Principal): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  await database.app.transaction(principal, async (tx) => {
    for (const table of TABLES) {
      const row = await tx.one(
        statement<{ n: number }>(`test.${table}`, `select count(*)::int as n from hall.${table}`),
      );
      counts[table] = row?.n ?? -1;
    }
  });
  return counts;
}
const nothing = Object.fromEntries(TABLES.map((table) => [table, 0]));

test('who takes part sees the case, each their side of it; nobody else sees anything', async () => {
  const mine = newId();
  const personal = await exampleCase(database.app, counter, NOW, { personId: mine });
  const nameless = await exampleCase(database.app, counter, NOW);
  const clerk = staff(LEAD.id) as Extract<Principal, { kind: 'staff' }>;
  await database.app.transaction(clerk, (tx) =>
    writeNote(
      tx,
      counter.documents,
      { caseId: personal.caseId, authorityId: LEAD.id, authorId: clerk.personId, text: 'x' },
      NOW,
    ),
  );
  const own = { ...nothing, case_record: 1, case_authority: 1, case_person: 1, application: 1, case_event: 1 };
  assert.deepEqual(await seen({ kind: 'person', personId: mine }), own);
  assert.deepEqual(await seen(nameless.applicant), own);
  assert.deepEqual(await seen({ kind: 'applicant', caseId: nameless.caseId }), own);
  assert.deepEqual(await seen({ kind: 'job', authorityId: LEAD.id, caseId: personal.caseId }), own);
  const lead = await seen(clerk);
  assert.ok((lead.case_term ?? 0) > 4);
  assert.deepEqual(lead, {
    ...{ case_record: 2, case_authority: 2, case_person: 0, application: 2, case_event: 2, case_note: 1 },
    case_term: lead.case_term,
  });
  const strangers: Principal[] = [
    ANONYMOUS,
    staff(NEIGHBOUR.id),
    { kind: 'person', personId: newId() },
    { kind: 'applicant', draftId: newId() },
    { kind: 'applicant' },
    { kind: 'operator', personId: mine },
    { kind: 'operator', personId: clerk.personId },
    { kind: 'job', authorityId: LEAD.id },
    { kind: 'application', applicationId: newId(), authorityId: LEAD.id },
    // A member of staff who is also a person: in their own matters they come as a person.
    { kind: 'staff', personId: mine, authorityId: NEIGHBOUR.id },
  ];
  for (const stranger of strangers) assert.deepEqual(await seen(stranger), nothing, JSON.stringify(stranger));
});

test('a stranger can neither open nor change a case, and nothing says whether there is one', async () => {
  const { caseId } = await exampleCase(database.app, counter, NOW, { personId: newId() });
  for (const stranger of [staff(NEIGHBOUR.id), { kind: 'person', personId: newId() } as const, ANONYMOUS])
    for (const id of [caseId, newId()]) {
      const answers = await database.app.transaction(stranger, async (tx) => [
        await openCase(tx, counter.documents, { caseId: id, at: NOW }),
        await openOwnCase(tx, counter.documents, id),
        (await actOnCase(tx, counter.documents, NOW, { caseId: id, command: { kind: 'withdraw' } })).kind,
      ]);
      assert.deepEqual(answers, [undefined, undefined, 'not-there']);
    }
});

test('an authority that only takes part sees the case, and decides nothing', async () => {
  const { caseId, applicant } = await exampleCase(database.app, counter, NOW);
  const wrapped = await database.app.transaction(applicant, (tx) =>
    counter.documents.wrapFor(tx, caseId, NEIGHBOUR.id),
  );
  await withClient(database.adminUrl, (client) =>
    client.query(
      `insert into hall.case_authority (case_id, authority_id, is_lead, number, service, status, received_at, due_on, label, wrapped_key)
       select case_id, $2, false, number, service, status, received_at, due_on, label, $3 from hall.case_authority where case_id = $1`,
      [caseId, NEIGHBOUR.id, wrapped],
    ),
  );
  const beside = staff(NEIGHBOUR.id) as Extract<Principal, { kind: 'staff' }>;
  for (const kind of ['take', 'approve', 'refuse'] as const) {
    const command = { kind, by: beside.personId };
    const acted = await database.app.transaction(beside, (tx) =>
      actOnCase(tx, counter.documents, NOW, { caseId, command }),
    );
    assert.equal(acted.kind, 'not-there', kind);
  }
  const opened = await database.app.transaction(beside, (tx) => openCase(tx, counter.documents, { caseId, at: NOW }));
  assert.equal(opened?.state.status, 'received');
  const looks = await database.app.transaction(beside, (tx) => looksAt(tx, caseId));
  assert.deepEqual(
    looks.map(({ act, authority_id }) => [act, authority_id]),
    [['case.opened', NEIGHBOUR.id]],
    'it was they who looked',
  );
});
