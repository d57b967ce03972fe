import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pathOf } from '../../../../tests/apply.ts';
import { deskOf, mainOf, waitFor } from '../../../../tests/desk.ts';
import { type ExampleCase, exampleCase, LEAD } from '../../../../tests/example-cases.ts';
import { startTestHall, type TestHall, type Visitor } from '../../../../tests/hall.ts';
import { pdfText } from '../../../../tests/pdf-text.ts';
import { systemClock } from '../../../platform/clock/clock.ts';
import { withClient } from '../../../platform/postgres/with-client.ts';
import type { CaseDesk, Cases } from '../index.ts';

let hall: TestHall;
let cases: Cases;
let desk: CaseDesk;
let closeDesk: () => Promise<void>;
let sandra: Visitor;
const NOW = Temporal.Now.instant();
const BENCH = '/gl/workbench/de';

before(async () => {
  hall = await startTestHall();
  ({ cases, desk, close: closeDesk } = await deskOf(hall));
  sandra = hall.visitor();
  await sandra.signIn('gl', 'staff-glarus-nord-1', { staff: true, back: BENCH });
  await hall.startWork();
});
after(async () => {
  await closeDesk();
  await hall.close();
});

const fresh = (more: Parameters<typeof exampleCase>[3] = {}) =>
  exampleCase(hall.database.app, desk, NOW, { email: 'verena@example.ch', ...more });
const pageOf = async (id: string) => mainOf(await sandra.get(`${BENCH}/cases/${id}`));

/** Does `act` as Sandra, who has just read the page. */
async function act(caseId: string, name: string, typed: Record<string, string> = {}): Promise<void> {
  const seenRevision = /name="seenRevision" value="(\d+)"/.exec(await pageOf(caseId))?.[1] ?? '';
  const answer = await sandra.post(`${BENCH}/cases/${caseId}/${name}`, { seenRevision, ...typed });
  assert.equal(answer.status, 303, `${name}: ${await mainOf(answer)}`);
}

/** Says number and code; returns the visitor and the address of the case's page. */
async function withCode({ number, code }: ExampleCase): Promise<[Visitor, string]> {
  const visitor = hall.visitor();
  return [visitor, pathOf(await visitor.post('/gl/de/status', { number, code }))];
}

/** Sends a form with files, as a browser does. */
function sendParts(who: Visitor, path: string, fields: Record<string, string>, files: Record<string, string>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const [name, content] of Object.entries(files)) body.append('files', new Blob([content]), name);
  const cookie = Object.entries(who.cookies()).map((pair) => pair.join('='));
  const headers = { cookie: cookie.join('; '), origin: hall.url };
  return fetch(hall.url + path, { method: 'POST', body, redirect: 'manual', headers });
}
const actionIn = (page: string): string => /action="([^"]+\?message=[^"]+)"/.exec(page)?.[1] ?? '';
const PDF = '%PDF-1.7\nx\n%%EOF\n';

test('with number and code one answers with files; what is wrong with one loses neither text nor the others', async () => {
  const sent = await fresh();
  await act(sent.caseId, 'take');
  await act(sent.caseId, 'ask', { text: 'Bitte schicken Sie den Mietvertrag.' });
  const [verena, path] = await withCode(sent);
  const asked = await mainOf(await verena.get(path));
  assert.match(asked, /Bitte schicken Sie den Mietvertrag\./);
  assert.match(asked, /type="file"/);
  const action = actionIn(asked);

  const typed = { answer: 'Hier ist er.' };
  const wrong = await sendParts(verena, action, typed, { 'vertrag.pdf': PDF, 'böse.html': '<script>x</script>' });
  assert.equal(wrong.status, 422);
  const again = await mainOf(wrong);
  assert.match(again, /böse\.html: Diese Art von Datei nehmen wir nicht an/);
  assert.match(again, />\s*Hier ist er\.<\/textarea>/);
  assert.match(again, /vertrag\.pdf/);

  assert.equal((await sendParts(hall.visitor(), action, typed, { 'fremd.pdf': PDF })).status, 200);
  assert.equal((await sendParts(verena, action, { ...typed, do: 'send' }, {})).status, 303);
  const answered = await mainOf(await verena.get(`${path}?done=answer`));
  assert.match(answered, /Ihre Antwort ist beim Amt/);
  assert.match(answered, /Hier ist er\./);
  const bench = await pageOf(sent.caseId);
  assert.match(bench, /vertrag\.pdf/);
  assert.doesNotMatch(bench, /fremd\.pdf/);
  assert.equal((await sendParts(verena, action, typed, {})).status, 409, 'one question has one answer');
  const remove = /name="remove" value="([^"]+)"/.exec(again)?.[1] ?? '';
  assert.equal((await sendParts(verena, action, { remove }, { 'spät.pdf': PDF })).status, 409);
  const later = await pageOf(sent.caseId);
  assert.match(later, /vertrag\.pdf/, 'what was sent is not taken back');
  assert.doesNotMatch(later, /spät\.pdf/, 'nor is anything laid to it');
});

test('what the scanner refuses is named on the page, and reaches nobody’s desk', async () => {
  const sent = await fresh();
  await act(sent.caseId, 'take');
  await act(sent.caseId, 'ask', { text: 'Bitte schicken Sie den Mietvertrag.' });
  const [verena, path] = await withCode(sent);
  const action = actionIn(await mainOf(await verena.get(path)));
  const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
  const laid = await sendParts(verena, action, { answer: 'Hier.', do: 'attach' }, { '../../x.txt': eicar });
  assert.equal(laid.status, 200);
  assert.match(await mainOf(laid), /<li>x\.txt/);
  const refused = await waitFor(async () => {
    const page = await mainOf(await verena.get(path));
    return page.includes('Schadsoftware') && page;
  });
  assert.match(refused, /x\.txt \(In der Datei wurde Schadsoftware gefunden/);
  assert.doesNotMatch(await pageOf(sent.caseId), /<a [^>]*>x\.txt/);
});

const CERTIFICATE = {
  'familyName-0': 'Zweifel',
  'givenNames-0': 'Verena',
  'dateOfBirth-0': '1960-02-01',
  street: 'Dorfstrasse 1',
  postcode: '8752',
  locality: 'Näfels',
};

test('who could be anybody gets it by post, after a look; when the post brings it back, the case is open again', async () => {
  const sent = await fresh({ delivery: 'after-check' });
  const [verena, path] = await withCode(sent);
  await act(sent.caseId, 'take');
  const unchecked = await sandra.post(`${BENCH}/cases/${sent.caseId}/approve`, { seenRevision: '2', ...CERTIFICATE });
  assert.equal(unchecked.status, 409, 'nothing is approved before the identity is checked');
  await act(sent.caseId, 'check-identity');
  await act(sent.caseId, 'approve', CERTIFICATE);
  const ready = await waitFor(async () => {
    const page = await pageOf(sent.caseId);
    return page.includes('/posted') && page;
  });
  const letter = /documents\/([0-9a-f-]{36})/.exec(ready)?.[1] ?? '';
  await act(sent.caseId, 'posted');
  const closed = await mainOf(await verena.get(path));
  assert.match(closed, /per Post/);
  assert.doesNotMatch(closed, new RegExp(letter), 'who has the code gets no letter that goes by post');

  await act(sent.caseId, 'post-failed', { text: 'Unbekannt verzogen' });
  assert.match(await pageOf(sent.caseId), /Unbekannt verzogen/);
  assert.doesNotMatch(await mainOf(await verena.get(path)), /Unbekannt verzogen/);
  await act(sent.caseId, 'posted');
  assert.match(await mainOf(await verena.get(path)), /abgeschlossen/);
});

test('a refusal by post goes to the address that was given', async () => {
  const applicant = { givenName: 'Verena', familyName: 'Zweifel', birthdate: '1960-02-01' };
  const address = { street: 'Dorfstrasse 1', postcode: '8752', locality: 'Näfels' };
  const sent = await fresh({ answers: { applicant, address } });
  await act(sent.caseId, 'take');
  await act(sent.caseId, 'refuse', { text: 'Sie wohnen nicht hier.' });
  const ready = await waitFor(async () => {
    const page = await pageOf(sent.caseId);
    return page.includes('/posted') && page;
  });
  const letter = /documents\/([0-9a-f-]{36})/.exec(ready)?.[1] ?? '';
  const shown = await sandra.get(`${BENCH}/cases/${sent.caseId}/documents/${letter}`);
  const text = pdfText(Buffer.from(await (await fetch(pathOf(shown))).arrayBuffer()));
  assert.match(text, /Verena Zweifel\s+Dorfstrasse 1\s+8752 Näfels/);
});

test('each job may come twice and does nothing twice', async () => {
  const sent = await fresh();
  await act(sent.caseId, 'take');
  await act(sent.caseId, 'refuse', { text: 'Sie wohnen nicht hier.' });
  await waitFor(async () => (await pageOf(sent.caseId)).includes('/posted'));
  const { database } = hall;
  const jobs = cases.jobs(database.app, systemClock);
  const payload = { caseId: sent.caseId, authorityId: LEAD.id };
  const kept = () =>
    withClient(database.adminUrl, async (client) => {
      const count = (table: string) => `(select count(*)::int from hall.${table} where case_id = $1)`;
      const wanted = ['file', 'document_code', 'case_event', 'message'].map((table) => `${count(table)} as ${table}`);
      return (await client.query(`select ${wanted.join(', ')}`, [sent.caseId])).rows[0];
    });
  await jobs['write-receipt']?.(payload);
  const before = await kept();
  for (const name of ['write-receipt', 'write-letter', 'deliver-letter', 'tell-authority'])
    await Promise.all([jobs[name]?.(payload), jobs[name]?.(payload)]);
  assert.deepEqual(await kept(), before);
});

test('what is corrected stands above what was sent; what was sent stays', async () => {
  const sent = await fresh();
  const [verena, path] = await withCode(sent);
  const empty = await verena.post(path, { act: 'correct', text: ' ' });
  assert.equal(empty.status, 422);
  assert.match(await mainOf(empty), /Schreiben Sie etwas in dieses Feld/);
  assert.equal((await verena.post(path, { act: 'correct', text: 'Es ist die Hausnummer 7.' })).status, 303);
  assert.match(await mainOf(await verena.get(`${path}?done=correct`)), /Ihre Berichtigung ist beim Amt/);
  const page = await pageOf(sent.caseId);
  assert.match(page, /Berichtigt von der antragstellenden Person[\s\S]*Es ist die Hausnummer 7\.[\s\S]*Zweck/);
});

test('when somebody withdraws, the office is told by e-mail, once, and without what is in the case', async () => {
  const sent = await fresh();
  const [verena, path] = await withCode(sent);
  assert.equal((await verena.post(path, { act: 'withdraw', text: 'Hat sich erledigt, Frau Zweifel.' })).status, 303);
  const outbox = await waitFor(async () => {
    const page = await (await verena.get('/dev/outbox')).text();
    return page.includes(`${sent.number} wurde zurückgezogen`) && page;
  });
  assert.doesNotMatch(outbox, /Zweifel/);
  const told = () =>
    withClient(hall.database.adminUrl, async (client) => {
      const { rows } = await client.query('select count(*)::int as n from hall.outgoing_mail');
      return rows[0]?.n as number;
    });
  const before = await told();
  await verena.post(path, { act: 'withdraw' });
  assert.equal(await told(), before);
});
