import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import { stoppedClock } from '../../platform/clock/clock.ts';
import { idOfKey, newId } from '../../platform/crypto/ids.ts';
import type { Principal } from '../../platform/db/principal.ts';
import type { Answer } from '../../platform/http/answer.ts';
import type { Mail } from '../../platform/mail/index.ts';
import { withClient } from '../../platform/postgres/with-client.ts';
import { routes } from '../../routes.ts';
import { looksConcerning } from '../audit/index.ts';
import { createDocuments, type Documents, fileKeys } from '../documents/index.ts';
import { createLimiter, type Part, type Visit } from '../identity/index.ts';
import { createMailbox, type Mailbox } from './index.ts';

const GLARUS = idOfKey('authority:ch-1632');
const folder = mkdtempSync(join(tmpdir(), 'hall-mailbox-'));
const clock = stoppedClock('2026-11-24T10:00:00Z');
const mails: Mail[] = [];
const answers: { caseId: string; text: string; fileIds: readonly string[] }[] = [];
let database: TestDatabase;
let documents: Documents;
let mailbox: Mailbox;

before(async () => {
  database = await testDatabase();
  const limiter = createLimiter(clock);
  documents = createDocuments({
    ring: fileKeys({ keyDir: join(folder, 'keys'), createMissing: true }),
    dataDir: folder,
    uploadsOrigin: 'http://127.0.0.1:1',
    contentDir: 'content/',
    clock,
    limiter,
  });
  mailbox = createMailbox({
    documents,
    database: database.app,
    clock,
    limiter,
    sendMail: async (_tx, mail) => void mails.push(mail),
    authorityOf: () => ({ key: 'ch-1632', name: 'Gemeinde Glarus' }),
    levelOf: async () => 'none',
    noticeAddressOf: async () => ({
      email: 'vreni@example.ch',
      language: 'de',
      portalName: 'Kanton Glarus',
      href: 'https://gl.example/de/account/mailbox',
    }),
    onAnswer: async (_tx, { caseId, text, fileIds }) => void answers.push({ caseId, text, fileIds }),
  });
});
after(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const person = (personId: string): Principal => ({ kind: 'person', personId });

/** A case of `personId`, begun as their draft. */
async function newCase(personId: string) {
  const [draftId, caseId] = [newId<'draft'>(), newId<'case'>()];
  await database.app.transaction(person(personId), async (tx) => {
    await documents.newBox(tx, { draftId, authorityId: GLARUS });
    await documents.handOver(tx, { draftId, caseId, authorityId: GLARUS });
  });
  return caseId;
}
const write = (
  caseId: string,
  personId: string | null,
  more: { subject?: string; wantsAnswer?: boolean; fileIds?: string[] } = {},
) =>
  database.app.transaction({ kind: 'job', caseId }, (tx) =>
    mailbox.sendMessage(tx, {
      caseId,
      authorityId: GLARUS,
      personId,
      from: 'authority',
      subject: 'Bitte senden Sie den Mietvertrag',
      body: 'Guten Tag\n\nUns fehlt <b>etwas</b>.\nFreundliche Grüße',
      fileIds: [],
      wantsAnswer: true,
      ...more,
    }),
  );

function visit(personId: string | undefined, more: Partial<Visit> = {}): Visit {
  return {
    portal: { key: 'gl', country: 'ch', timeZone: 'Europe/Zurich' } as Visit['portal'],
    language: 'de',
    locale: 'de-CH',
    root: '/gl',
    origin: 'http://127.0.0.1:9500',
    path: '/gl/de/account/mailbox',
    principal: personId ? person(personId) : { kind: 'anonymous' },
    ...(personId && {
      session: { id: 's', personId, displayName: 'Vreni', level: 'substantial' as const, operator: false },
    }),
    database: database.app,
    clock,
    params: {},
    query: {},
    body: {},
    cookies: {},
    address: '127.0.0.1',
    ...more,
  };
}
async function ask(method: 'GET' | 'POST', path: string, of: Visit): Promise<Answer> {
  const route = mailbox.routes.find((each) => each.method === method && each.path === path);
  return (route ?? assert.fail('no route')).handle(of);
}
const main = (answer: Answer) => (answer.kind === 'page' ? answer.main.text : assert.fail(answer.kind));
const list = async (personId: string, query: Record<string, string> = {}) =>
  main(await ask('GET', routes.portal.mailbox, visit(personId, { query })));
const open = (personId: string | undefined, message: string) =>
  ask('GET', routes.portal.message, visit(personId, { params: { message } }));
const answer = (personId: string, message: string, more: Partial<Visit>) =>
  ask(
    'POST',
    routes.portal.message,
    visit(personId, { params: { message }, path: `/gl/de/account/mailbox/${message}`, ...more }),
  );

async function* parts(...given: (['field', string, string] | ['file', string, string])[]): AsyncGenerator<Part> {
  for (const [kind, name, value] of given)
    yield kind === 'field'
      ? { kind, name, value }
      : { kind, name: 'files', fileName: name, stream: Readable.from([Buffer.from(value)], { objectMode: false }) };
}
const PDF = '%PDF-1.7\nx\n%%EOF\n';

test('a message is read by its person only; reading it is recorded, once', async () => {
  const me = newId();
  const { id } = await write(await newCase(me), me);
  assert.match(await list(me), /Bitte senden Sie den Mietvertrag.*Neu.*Antwort nötig/s);
  assert.equal(await database.app.transaction(person(me), (tx) => mailbox.unreadOf(tx, me)), 1);
  for (const stranger of [newId(), undefined]) await assert.rejects(open(stranger, id), { code: 'not-found' });
  const shown = main(await open(me, id));
  assert.ok(shown.includes('Uns fehlt &lt;b&gt;etwas&lt;/b&gt;.<br>') && shown.includes('Gemeinde Glarus'));
  await open(me, id);
  const looks = await database.app.transaction(person(me), (tx) => looksConcerning(tx, me));
  assert.deepEqual(
    looks.map(({ act, actor_id }) => [act, actor_id]),
    [['message.read', me]],
  );
  assert.equal(await database.app.transaction(person(me), (tx) => mailbox.unreadOf(tx, me)), 0);
  assert.doesNotMatch(await list(me), /Neu</);
});

test('what was written lies sealed', async () => {
  const { rows } = await withClient(database.adminUrl, (client) => client.query('select sealed from hall.message'));
  assert.ok(rows.length > 0);
  for (const { sealed } of rows as { sealed: Buffer }[]) assert.ok(!sealed.toString('latin1').includes('Mietvertrag'));
});

test('staff of another authority, other applicants and operators see no message', async () => {
  const me = newId();
  const caseId = await newCase(me);
  await write(caseId, me);
  const strangers: Principal[] = [
    { kind: 'anonymous' },
    { kind: 'applicant', caseId: newId() },
    person(newId()),
    { kind: 'staff', personId: newId(), authorityId: newId() },
    { kind: 'operator', personId: newId() },
    { kind: 'job', caseId: newId() },
  ];
  for (const principal of strangers)
    assert.deepEqual(await database.app.transaction(principal, (tx) => mailbox.messagesOfCase(tx, caseId)), []);
  const own: Principal = { kind: 'applicant', caseId };
  assert.equal((await database.app.transaction(own, (tx) => mailbox.messagesOfCase(tx, caseId))).length, 1);
});

test('an answer with a file goes to the case, once, however often it is sent', async () => {
  const me = newId();
  const caseId = await newCase(me);
  const { id } = await write(caseId, me);
  const send = () =>
    answer(me, id, {
      parts: () =>
        parts(
          ['field', 'answer', ' Hier ist er.\r\nGruß\u0007 '],
          ['file', 'Mietvertrag.pdf', PDF],
          ['file', '', ''],
          ['field', 'do', 'send'],
        ),
    });
  const sent = await send();
  assert.deepEqual(sent.kind === 'redirect' && sent.to, `/gl/de/account/mailbox/${id}`);
  assert.equal((await send()).kind, 'redirect');
  const mine = answers.filter((each) => each.caseId === caseId);
  assert.deepEqual(
    mine.map(({ text, fileIds }) => [text, fileIds.length]),
    [['Hier ist er.\nGruß', 1]],
  );
  assert.match(main(await open(me, id)), /Ihre Antwort ist angekommen/);
  const messages = await database.app.transaction(person(me), (tx) => mailbox.messagesOfCase(tx, caseId));
  assert.deepEqual(
    messages.map(({ from, body }) => [from, body.split('\n')[0]]),
    [
      ['authority', 'Guten Tag'],
      ['person', 'Hier ist er.'],
    ],
  );
  const race = await write(caseId, me);
  await Promise.all([1, 2, 3, 4].map(() => answer(me, race.id, { body: { answer: 'x' } })));
  assert.equal(answers.filter((each) => each.caseId === caseId).length, 2);
});

test('whatever is wrong with an answer, what was typed and uploaded stays', async () => {
  const me = newId();
  const { id } = await write(await newCase(me), me);
  const wrong = await answer(me, id, {
    parts: () =>
      parts(
        ['field', 'answer', 'Mein <Text>'],
        ['file', 'gut.pdf', PDF],
        ['file', 'page.html', '<html>'],
        ['field', 'do', 'send'],
      ),
  });
  assert.equal(wrong.kind === 'page' && wrong.status, 422);
  assert.match(main(wrong), /Mein &lt;Text&gt;<\/textarea>/);
  assert.match(main(wrong), /error-summary.*Diese Art von Datei.*gut\.pdf/s);
  const empty = await answer(me, (await write(await newCase(me), me)).id, { body: { answer: '  ' } });
  assert.equal(empty.kind === 'page' && empty.status, 422);
  const [, fileId] = /name="remove" value="([0-9a-f-]+)"/.exec(main(wrong)) ?? [];
  const removed = await answer(me, id, { body: { answer: 'Mein Text', remove: fileId ?? '' } });
  assert.ok(!main(removed).includes('gut.pdf') && main(removed).includes('Mein Text'));
  assert.equal(
    answers.some(({ text }) => text.startsWith('Mein')),
    false,
  );
});

test('a stranger can’t answer, nor can anybody answer what asked nothing', async () => {
  const me = newId();
  const caseId = await newCase(me);
  const { id } = await write(caseId, me);
  await assert.rejects(answer(newId(), id, { body: { answer: 'x' } }), { code: 'not-found' });
  const { id: notice } = await write(caseId, me, { wantsAnswer: false });
  assert.equal((await answer(me, notice, { body: { answer: 'x' } })).kind, 'redirect');
  assert.equal(
    answers.some((each) => each.caseId === caseId),
    false,
  );
  await assert.rejects(answer(me, 'x', { body: {} }), { code: 'not-found' });
});

test('who has no account answers under the secret of the case', async () => {
  const draftId = newId<'draft'>();
  const caseId = newId<'case'>();
  await database.app.transaction({ kind: 'applicant', draftId }, async (tx) => {
    await documents.newBox(tx, { draftId, authorityId: GLARUS });
    await documents.handOver(tx, { draftId, caseId, authorityId: GLARUS });
  });
  const { id: messageId } = await write(caseId, null);
  const given = async (secretOf: string) => {
    const asked = { principal: { kind: 'applicant', caseId: secretOf } as const, caseId: secretOf, messageId };
    return (await mailbox.takeAnswer(visit(undefined, { body: { answer: 'Ja' } }), asked)).kind;
  };
  assert.equal(await given(newId()), 'late');
  assert.equal(await given(caseId), 'sent');
  assert.equal(await given(caseId), 'late');
});

test('the notice says that there is something, once, and nothing of what', async () => {
  const me = newId();
  const caseId = await newCase(me);
  const { id: messageId } = await write(caseId, me, { subject: 'Geheimes Anliegen' });
  mails.length = 0;
  await mailbox.jobs.notify({ messageId, caseId });
  await mailbox.jobs.notify({ messageId, caseId });
  assert.equal(mails.length, 1);
  const [mail] = mails;
  assert.equal(mail?.to, 'vreni@example.ch');
  assert.ok(
    !`${mail?.subject}${mail?.text}`.includes('Anliegen') &&
      !mail?.text.includes(caseId) &&
      !mail?.text.includes(messageId),
  );
  const { id: read } = await write(caseId, me);
  await open(me, read);
  await mailbox.jobs.notify({ messageId: read, caseId });
  assert.equal(mails.length, 1, 'who has read it already needs no notice');
});

test('the mailbox is read page by page; nothing is left out or shown twice', async () => {
  const me = newId();
  const caseId = await newCase(me);
  for (let index = 0; index < 60; index++)
    await write(caseId, me, { subject: `Nachricht ${index}.`, wantsAnswer: index % 2 === 0 });
  const seen: string[] = [];
  let query: Record<string, string> | undefined = {};
  for (let page = 0; query; page++) {
    assert.ok(page < 5);
    const shown = await list(me, query);
    seen.push(...[...shown.matchAll(/Nachricht (\d+)\./g)].map((found) => found[1] as string));
    const next: string | undefined = /rel="next" href="[^"?]*\?([^"]+)"/.exec(shown)?.[1];
    query = next ? Object.fromEntries(new URLSearchParams(next.replaceAll('&amp;', '&'))) : undefined;
  }
  assert.equal(seen.length, 60);
  assert.equal(new Set(seen).size, 60);
  const toAnswer = await list(me, { show: 'to-answer', before: 'rubbish', id: 'x' });
  assert.equal([...toAnswer.matchAll(/mailbox-line__subject/g)].length, 25);
});
