import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { begin, DIGITAL, fillIn, pathOf, send } from '../../../tests/apply.ts';
import { deskOf, mainOf } from '../../../tests/desk.ts';
import { exampleCase, exampleSubmission, LEAD, PORTAL } from '../../../tests/example-cases.ts';
import { startTestHall, type TestHall } from '../../../tests/hall.ts';
import { newId } from '../../platform/crypto/ids.ts';
import { withClient } from '../../platform/postgres/with-client.ts';
import { type CaseDesk, destroyCase, receive } from './index.ts';

let hall: TestHall;
let desk: CaseDesk;
let closeDesk: () => Promise<void>;
before(async () => {
  hall = await startTestHall();
  ({ desk, close: closeDesk } = await deskOf(hall));
});
after(async () => {
  await closeDesk();
  await hall.close();
});

const GLARUS_NORD = { portal: 'gl', language: 'de', place: LEAD.key };
const NOW = Temporal.Instant.from('2026-11-23T10:00:00Z');
const count = async (sql: string) =>
  withClient(hall.database.adminUrl, async (client) => Number((await client.query(sql)).rows[0]?.n));

test('sent ten times at once, and again later, a draft is one case with one receipt', async () => {
  const person = hall.visitor();
  await person.signIn('gl', 'regula');
  const summary = await fillIn(person, await begin(person, GLARUS_NORD), DIGITAL);
  const sent = await Promise.all(Array.from({ length: 10 }, () => send(person, summary)));
  const again = await send(person, summary);
  const places = new Set([...sent, again].map((answer) => `${answer.status} ${pathOf(answer)}`));
  assert.equal(places.size, 1, [...places].join('\n'));
  const receipt = await mainOf(await person.get(pathOf(again)));
  assert.match(receipt, /GL-26-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}/);
  assert.equal(await count('select count(*) n from hall.case_record'), 1);
  assert.equal(await count(`select count(*) n from hall.audit_entry where act = 'application.submitted'`), 1);
});

test('nobody but who sent it sees the receipt', async () => {
  const [one, other, nobody] = [hall.visitor(), hall.visitor(), hall.visitor()];
  await one.signIn('gl', 'regula');
  await other.signIn('gl', 'joao');
  const path = pathOf(await send(one, await fillIn(one, await begin(one, GLARUS_NORD), DIGITAL)));
  assert.equal((await one.get(path)).status, 200);
  const id = /[0-9a-f-]{36}/.exec(path)?.[0] ?? '';
  const missing = newId();
  for (const visitor of [other, nobody]) {
    const [theirs, none] = [await visitor.get(path), await visitor.get(path.replace(id, missing))];
    assert.equal(theirs.status, 404);
    assert.equal((await theirs.text()).replaceAll(id, ''), (await none.text()).replaceAll(missing, ''));
  }
});

test('who has no account sees the receipt in this browser for a day; whoever sits there later says number and code', async () => {
  const guest = hall.visitor();
  const draftId = /[0-9a-f-]{36}/.exec(await begin(guest, GLARUS_NORD))?.[0] ?? '';
  await hall.database.app.transaction({ kind: 'applicant', draftId }, (tx) =>
    receive(tx, desk, { portal: PORTAL, draftId, submission: exampleSubmission(), at: Temporal.Now.instant() }),
  );
  const path = `/gl/de/receipts/${draftId}`;
  assert.equal((await guest.get(path)).status, 200);
  await withClient(hall.database.adminUrl, (client) =>
    client.query(`update hall.case_record set received_at = now() - interval '25 hours' where draft_id = $1`, [
      draftId,
    ]),
  );
  for (const late of [path, `${path}/document`]) assert.equal(pathOf(await guest.get(late)), '/gl/de/status', late);
});

test('with number and code one follows a case, answers nothing that was not asked, and withdraws', async () => {
  const sent = await exampleCase(hall.database.app, desk, NOW);
  const visitor = hall.visitor();
  const wrong = await visitor.post('/gl/de/status', { number: sent.number, code: 'AAAA-AAAA' });
  const unknown = await visitor.post('/gl/de/status', { number: 'GL-26-0000-0000-00', code: 'AAAA-AAAA' });
  assert.equal(wrong.status, unknown.status);
  const [wrongPage, unknownPage] = [await mainOf(wrong), await mainOf(unknown)];
  assert.equal(wrongPage.replaceAll(sent.number, ''), unknownPage.replaceAll('GL-26-0000-0000-00', ''));
  const refused = `select count(*) n from hall.audit_entry where act = 'status.refused' and subject_id is null`;
  assert.equal(await count(refused), 2, 'both tries stand in the log, without what was typed');

  const typed = { number: sent.number.toLowerCase().replaceAll('-', ' '), code: sent.code.toLowerCase() };
  const opened = await visitor.post('/gl/de/status', typed);
  assert.equal(opened.status, 303);
  const page = await mainOf(await visitor.get(pathOf(opened)));
  assert.match(page, /Eingegangen/);
  assert.doesNotMatch(page, /Zweifel/, 'who has the code sees how far it is, not what was answered');
  assert.doesNotMatch(await mainOf(await hall.visitor().get(pathOf(opened))), /Eingegangen/);

  const withdrawn = await visitor.post(pathOf(opened), { act: 'withdraw' });
  assert.equal(withdrawn.status, 303);
  const late = await visitor.post(pathOf(opened), { act: 'correct', text: 'Es war die Nummer 7.' });
  assert.equal(late.status, 409);
  assert.match(await late.text(), /Es war die Nummer 7\./);
});

test('an ended case is destroyed with its key; an open one is not', async () => {
  const { caseId, applicant } = await exampleCase(hall.database.app, desk, NOW);
  const job = { kind: 'job', caseId, authorityId: LEAD.id } as const;
  const destroy = () => hall.database.app.transaction(job, (tx) => destroyCase(tx, desk, caseId, NOW));
  assert.equal(await destroy(), false);
  await withClient(hall.database.adminUrl, (client) =>
    client.query(`update hall.case_record set status = 'withdrawn' where id = $1`, [caseId]),
  );
  assert.equal(await destroy(), true);
  for (const table of ['case_authority', 'application', 'case_event', 'case_term', 'data_key', 'message'])
    assert.equal(await count(`select count(*) n from hall.${table} where case_id = '${caseId}'`), 0, table);
  await assert.rejects(
    hall.database.app.transaction(applicant, (tx) => desk.documents.openBox(tx, { caseId })),
    { code: 'not-found' },
  );
});
