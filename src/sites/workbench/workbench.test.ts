import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { applyFor } from '../../../tests/apply.ts';
import { deskOf, mainOf, waitFor } from '../../../tests/desk.ts';
import { exampleCase, LEAD } from '../../../tests/example-cases.ts';
import { startTestHall, type TestHall, type Visitor } from '../../../tests/hall.ts';
import type { CaseDesk } from '../../modules/cases/index.ts';
import { newId } from '../../platform/crypto/ids.ts';
import { withClient } from '../../platform/postgres/with-client.ts';

let hall: TestHall;
let desk: CaseDesk;
let closeDesk: () => Promise<void>;
let [sandra, beat]: [Visitor, Visitor] = [] as unknown as [Visitor, Visitor];
const NOW = Temporal.Now.instant();
const BENCH = '/gl/workbench/de';

before(async () => {
  hall = await startTestHall();
  ({ desk, close: closeDesk } = await deskOf(hall));
  [sandra, beat] = [await staff('staff-glarus-nord-1'), await staff('staff-glarus-nord-2')];
});
after(async () => {
  await closeDesk();
  await hall.close();
});

async function staff(key: string): Promise<Visitor> {
  const visitor = hall.visitor();
  await visitor.signIn('gl', key, { staff: true, back: BENCH });
  return visitor;
}

const fresh = (label = 'Zweifel Verena') => exampleCase(hall.database.app, desk, NOW, { label, language: 'de' });
const caseAt = (caseId: string) => `${BENCH}/cases/${caseId}`;
const revisionOn = (page: string) => /name="seenRevision" value="(\d+)"/.exec(page)?.[1] ?? '';

/** Does `act` as somebody who has just read the page. */
async function act(who: Visitor, caseId: string, name: string, typed: Record<string, string> = {}): Promise<Response> {
  const seenRevision = revisionOn(await mainOf(await who.get(caseAt(caseId))));
  return who.post(`${caseAt(caseId)}/${name}`, { seenRevision, ...typed });
}
const CERTIFICATE = {
  'familyName-0': 'Beispieler',
  'givenNames-0': 'Regula',
  'dateOfBirth-0': '1984-03-14',
  street: 'Musterweg 12',
  postcode: '8752',
  locality: 'Näfels',
};

test('the main job: received, taken, asked, answered, issued, delivered into the mailbox', async () => {
  await hall.startWork();
  const regula = hall.visitor();
  await regula.signIn('gl', 'regula');
  await applyFor(regula, { portal: 'gl', language: 'de', place: LEAD.key });
  const caseId = /account\/cases\/([0-9a-f-]{36})/.exec(await mainOf(await regula.get('/gl/de/account')))?.[1] ?? '';
  assert.match(await mainOf(await sandra.get(BENCH)), /Beispieler Regula/);
  assert.equal((await act(sandra, caseId, 'take')).status, 303);
  assert.equal((await act(sandra, caseId, 'ask', { text: 'Für welche Bank ist es?' })).status, 303);

  const asked = await mainOf(await regula.get(`/gl/de/account/cases/${caseId}`));
  assert.match(asked, /Für welche Bank ist es\?/);
  const message = /\?message=([0-9a-f-]{36})/.exec(asked)?.[1] ?? '';
  const answer = `/gl/de/account/cases/${caseId}/answer?message=${message}`;
  assert.equal((await regula.post(answer, { answer: '' })).status, 422);
  assert.equal((await regula.post(answer, { answer: 'Für die Kantonalbank.' })).status, 303);

  const again = await regula.get(answer.replace('/de/', '/fr/'));
  assert.equal(again.headers.get('location'), `/gl/fr/account/cases/${caseId}`, 'another language after a fault');

  const open = await mainOf(await sandra.get(caseAt(caseId)));
  assert.match(open, /Für die Kantonalbank\./);
  assert.match(open, /14\. März 1984 <span[^>]*>substanziell/, 'what the sign-in says is shown in words');
  assert.match(open, /Glarus Nord <span[^>]*>substanziell/);
  assert.match(open, /value="Musterweg 12"/, 'the certificate is proposed from what was answered');
  assert.equal((await act(sandra, caseId, 'approve', { ...CERTIFICATE, 'dateOfBirth-0': '14.3.1984' })).status, 422);
  assert.equal((await act(sandra, caseId, 'approve', CERTIFICATE)).status, 303);
  const ready = await waitFor(async () => {
    const page = await mainOf(await sandra.get(caseAt(caseId)));
    return page.includes('Ins Postfach zustellen') && page;
  });
  const letter = new RegExp(`${caseAt(caseId)}/documents/([0-9a-f-]{36})`).exec(ready)?.[1] ?? '';
  assert.doesNotMatch(await mainOf(await regula.get(`/gl/de/account/cases/${caseId}`)), new RegExp(letter));
  const early = await regula.get(`/gl/de/account/documents/${letter}?case=${caseId}`);
  assert.equal(early.status, 404, 'before its delivery a letter is not there');
  assert.match((await sandra.get(`${caseAt(caseId)}/documents/${letter}`)).headers.get('location') ?? '', /^http/);

  assert.equal((await act(sandra, caseId, 'deliver')).status, 303);
  const closed = await waitFor(async () => {
    const page = await mainOf(await regula.get(`/gl/de/account/cases/${caseId}`));
    return page.includes(letter) && page;
  });
  assert.match(closed, /Zugestellt/);
  const file = await regula.get(`/gl/de/account/documents/${letter}?case=${caseId}`);
  assert.equal(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 5)
      .toString(),
    '%PDF-',
  );
  const newest = /\/account\/mailbox\/[0-9a-f-]{36}/.exec(
    await mainOf(await regula.get('/gl/de/account/mailbox')),
  )?.[0];
  const inMailbox = await mainOf(await regula.get(`/gl/de${newest}`));
  const link = inMailbox.match(/href="([^"]+\/account\/documents\/[^"]+)"/)?.[1] ?? '';
  assert.equal((await regula.get(link.replaceAll('&amp;', '&'))).status, 200, 'the message leads to the letter');
  const looks = await mainOf(await regula.get('/gl/de/account/looked-at'));
  assert.match(looks, /Glarus Nord, Sachbearbeitung/);
  assert.match(looks, /Antrag geöffnet/);
  assert.match(looks, /Dokument geöffnet/);
});

test('a letter whose decision was taken back never comes to the one who applied', async () => {
  await hall.startWork();
  const regula = hall.visitor();
  await regula.signIn('gl', 'regula');
  const receipt = await applyFor(regula, { portal: 'gl', language: 'de', place: LEAD.key });
  const caseId = /account\/cases\/([0-9a-f-]{36})/.exec(await mainOf(await regula.get(receipt)))?.[1] ?? '';
  const lettersIn = (page: string) => [...page.matchAll(/documents\/([0-9a-f-]{36})/g)].map(([, id]) => id ?? '');
  const ready = () =>
    waitFor(async () => {
      const page = await mainOf(await sandra.get(caseAt(caseId)));
      return page.includes('Ins Postfach zustellen') && page;
    });
  assert.equal((await act(sandra, caseId, 'take')).status, 303);
  assert.equal((await act(sandra, caseId, 'approve', CERTIFICATE)).status, 303);
  const [wrong = ''] = lettersIn(await ready());
  assert.equal((await act(sandra, caseId, 'reopen')).status, 303);
  assert.equal((await act(sandra, caseId, 'refuse', { text: 'Sie wohnen nicht hier.' })).status, 303);
  await ready();
  assert.equal((await act(sandra, caseId, 'deliver')).status, 303);
  const closed = await waitFor(async () => {
    const page = await mainOf(await regula.get(`/gl/de/account/cases/${caseId}`));
    return page.includes('Zugestellt') && page;
  });
  const shown = lettersIn(closed);
  assert.equal(shown.includes(wrong), false, 'the page leads to the letter that holds, not to the one taken back');
  assert.equal((await regula.get(`/gl/de/account/documents/${wrong}?case=${caseId}`)).status, 404);
});

test('the desk can be had in each language, and says where barriers are told', async () => {
  const page = await (await sandra.get(`${BENCH}?words=x`)).text();
  for (const language of ['fr', 'it', 'en'])
    assert.match(page, new RegExp(`href="/gl/workbench/${language}\\?words=x"`));
  assert.match(page, /href="\/gl\/de\/accessibility"[\s\S]*href="\/gl\/de\/feedback"/);
});

test('staff of another authority, other roles and people find nothing there, with the same bytes', async () => {
  const { caseId } = await fresh();
  const [stranger, reader, person] = [await staff('staff-glarus'), await staff('reader-glarus-nord'), hall.visitor()];
  await person.signIn('gl', 'joao');
  const bytesOf = async (who: Visitor, path: string, id: string) => {
    const answer = await who.get(path);
    return `${answer.status} ${(await answer.text()).replaceAll(id, '')}`;
  };
  const missing = newId();
  const theirs = await bytesOf(stranger, caseAt(caseId), caseId);
  assert.match(theirs, /^404/);
  assert.equal(theirs, await bytesOf(stranger, caseAt(missing), missing));
  const own = '/gl/de/account/cases/';
  assert.equal(await bytesOf(person, own + caseId, caseId), await bytesOf(person, own + missing, missing));
  for (const name of ['take', 'approve', 'withdraw', 'note', 'nothing']) {
    assert.equal((await stranger.post(`${caseAt(caseId)}/${name}`, { seenRevision: '1', text: 'x' })).status, 404);
    assert.equal((await reader.post(`${caseAt(caseId)}/${name}`, { seenRevision: '1', text: 'x' })).status, 404);
  }
  const { rows: denied } = await withClient(hall.database.adminUrl, (client) =>
    client.query<{ who: string; times: number }>(
      `select actor_kind as who, count(*)::int as times from hall.audit_entry
        where act = 'access.denied' and subject_kind = 'case' and subject_id = $1 group by 1 order by 1`,
      [caseId],
    ),
  );
  // The stranger's page and five acts, the reader's five acts; the person's page.
  assert.deepEqual(denied, [
    { who: 'person', times: 1 },
    { who: 'staff', times: 11 },
  ]);
  assert.equal((await reader.get(caseAt(caseId))).status, 200);
  assert.equal((await act(sandra, caseId, 'assign', { to: newId() })).status, 404, 'only the lead gives cases away');
  assert.doesNotMatch(await mainOf(await stranger.get(`${BENCH}?words=zweifel`)), /Zweifel/);
});

test('the receipt, on which the code of the one who applied stands, is not on the desk of staff', async () => {
  const { caseId, applicant } = await fresh();
  const name = 'Eingangsbestätigung.pdf';
  const { id } = await hall.database.app.transaction(applicant, (tx) =>
    desk.documents.keepFile(tx, { caseId, kind: 'receipt', name, type: 'application/pdf', bytes: Buffer.from('code') }),
  );
  assert.doesNotMatch(await mainOf(await sandra.get(caseAt(caseId))), new RegExp(`${id}|Eingangsbestätigung`));
  assert.equal((await sandra.get(`${caseAt(caseId)}/documents/${id}`)).status, 404);
});

test('two caseworkers at once: the second sees what happened, and keeps what was typed', async () => {
  const { caseId } = await fresh();
  assert.equal((await act(sandra, caseId, 'take')).status, 303);
  const seenRevision = revisionOn(await mainOf(await beat.get(caseAt(caseId))));
  assert.equal((await act(sandra, caseId, 'ask', { text: 'Wie viele Exemplare?' })).status, 303);
  const late = await beat.post(`${caseAt(caseId)}/refuse`, { seenRevision, text: 'Sie wohnen nicht hier.' });
  assert.equal(late.status, 409);
  const page = await mainOf(late);
  assert.match(page, /Inzwischen hat sich der Fall geändert/);
  assert.match(page, /Rückfrage, Sandra Schalter/);
  assert.match(page, /Sie wohnen nicht hier\./);
  const answers = await Promise.all(
    [sandra, beat].map((who) => who.post(`${caseAt(caseId)}/over`, { seenRevision: revisionOn(page) })),
  );
  assert.ok(answers.some(({ status }) => status === 303));
});

test('out of the list a case is taken once; what is withdrawn meanwhile is not decided', async () => {
  const { caseId, applicant } = await fresh();
  const taken = await Promise.all([sandra, beat].map((who) => who.post(BENCH, { case: caseId })));
  assert.equal(taken.filter((answer) => answer.headers.get('location')?.includes(caseId)).length, 1);
  const winner = taken[0]?.headers.get('location')?.includes(caseId) ? sandra : beat;
  const seenRevision = revisionOn(await mainOf(await winner.get(caseAt(caseId))));
  const { actOnCase } = await import('../../modules/cases/index.ts');
  await hall.database.app.transaction(applicant, (tx) =>
    actOnCase(tx, desk.documents, NOW, { caseId, command: { kind: 'withdraw' } }),
  );
  const late = await winner.post(`${caseAt(caseId)}/approve`, { seenRevision, ...CERTIFICATE });
  assert.equal(late.status, 409);
  assert.match(await mainOf(late), /Zurückgezogen, antragstellende Person/);
});

test('the inbox finds by words and pages by keys; nonsense in its address does no harm', async () => {
  for (let index = 0; index < 27; index++) await fresh(`Blumer Nr${index}`);
  const first = await mainOf(await sandra.get(`${BENCH}?words=blumer`));
  assert.equal(first.match(/data-line/g)?.length, 25);
  const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
  assert.equal((await mainOf(await sandra.get(next))).match(/data-line/g)?.length, 2);
  assert.match(await mainOf(await sandra.get(`${BENCH}?words=blu`)), /Blumer/);
  assert.match(await mainOf(await sandra.get(`${BENCH}?words=Xaver`)), /Nichts gefunden/);
  for (const query of ['after=x', 'after=2026-99-99_x', `after=2026-11-26_${newId()}`, 'scope=x&sort=y', 'service=%00'])
    assert.ok([200, 400].includes((await sandra.get(`${BENCH}?${query}`)).status), query);
});

test('what cannot be recorded is not shown', async () => {
  const { caseId } = await fresh('Unsichtbar Urs');
  const admin = (sql: string) => withClient(hall.database.adminUrl, (client) => client.query(sql));
  await admin('revoke insert on hall.audit_entry from hall_app');
  try {
    for (const path of [caseAt(caseId), BENCH]) {
      const answer = await sandra.get(path);
      assert.equal(answer.status, 503, path);
      assert.doesNotMatch(await answer.text(), /Unsichtbar/);
    }
  } finally {
    await admin('grant insert on hall.audit_entry to hall_app');
  }
  assert.equal((await sandra.get(caseAt(caseId))).status, 200);
});
