import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestHall, type TestHall, type Visitor } from '../../../../tests/hall.ts';
import { systemClock } from '../../../platform/clock/clock.ts';
import { idOfKey, newId } from '../../../platform/crypto/ids.ts';
import type { Principal } from '../../../platform/db/principal.ts';
import { withClient } from '../../../platform/postgres/with-client.ts';
import { createDocuments, type Documents, fileKeys } from '../../documents/index.ts';
import { createLimiter } from '../../identity/index.ts';
import { createMailbox } from '../index.ts';

const GLARUS = idOfKey('authority:ch-1632');
let hall: TestHall;
let documents: Documents;
let visitor: Visitor;
let personId: string;
let messageId: string;
let caseId: string;

before(async () => {
  hall = await startTestHall();
  const { keyDir, dataDir, uploadsOrigin, contentDir } = hall.settings;
  const limiter = createLimiter(systemClock);
  const ring = fileKeys({ keyDir, createMissing: true });
  documents = createDocuments({ ring, dataDir, uploadsOrigin, contentDir, clock: systemClock, limiter });
  visitor = hall.visitor();
  await visitor.signIn('gl', 'regula');
  const { rows } = await withClient(hall.database.adminUrl, (client) =>
    client.query<{ id: string }>("select id from hall.account where kind = 'person'"),
  );
  personId = rows[0]?.id ?? assert.fail('no account');
  ({ messageId, caseId } = await writeTo(personId));
});
after(async () => {
  await documents.close();
  await hall.close();
});

/** A case of theirs, with a question of the authority in it. */
async function writeTo(person: string) {
  const owner: Principal = { kind: 'person', personId: person };
  const [draft, ofCase] = [newId<'draft'>(), newId<'case'>()];
  const mailbox = createMailbox({
    documents,
    database: hall.database.app,
    clock: systemClock,
    limiter: createLimiter(systemClock),
    sendMail: async () => undefined,
    authorityOf: () => undefined,
    noticeAddressOf: async () => undefined,
    levelOf: async () => 'none',
    onAnswer: async () => undefined,
  });
  return hall.database.app.transaction(owner, async (tx) => {
    await documents.newBox(tx, { draftId: draft, authorityId: GLARUS });
    await documents.handOver(tx, { draftId: draft, caseId: ofCase, authorityId: GLARUS });
    const { id } = await mailbox.sendMessage(tx, {
      caseId: ofCase,
      authorityId: GLARUS,
      personId: person,
      from: 'authority',
      subject: 'Bitte senden Sie den Mietvertrag',
      body: 'Guten Tag',
      fileIds: [],
      wantsAnswer: true,
    });
    return { messageId: id, caseId: ofCase };
  });
}

const address = () => `${hall.url}/gl/de/account/mailbox/${messageId}`;
function send(fields: Record<string, string>, files: readonly [string, Buffer][]): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const [name, bytes] of files) body.append('files', new Blob([new Uint8Array(bytes)]), name);
  const cookie = Object.entries(visitor.cookies())
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  return fetch(address(), { method: 'POST', body, redirect: 'manual', headers: { cookie, origin: hall.url } });
}
const pdf = (content: string) => Buffer.from(`%PDF-1.7\n${content}\n%%EOF\n`);

test('the mailbox is for who is signed in; the message says who wrote', async () => {
  const stranger = await hall.visitor().get('/gl/de/account/mailbox');
  assert.equal(stranger.status, 303);
  const list = await (await visitor.get('/gl/de/account/mailbox')).text();
  assert.match(list, /Bitte senden Sie den Mietvertrag.*Neu/s);
  const page = await (await visitor.get(address())).text();
  assert.match(page, /Glarus.*Ihre Antwort/s);
  for (const strange of [newId(), 'x', '..%2f'])
    assert.equal((await visitor.get(`/gl/de/account/mailbox/${strange}`)).status, 404);
});

test('files are laid to an answer in several goes; what is refused says why, and the text stays', async () => {
  const first = await send({ answer: 'Anbei.', do: 'attach' }, [
    ['Mietvertrag.pdf', pdf('a')],
    ['../../böse.html', Buffer.from('<script>alert(1)</script>')],
    ['zwei.pdf', pdf('b')],
  ]);
  const text = await first.text();
  assert.equal(first.status, 422);
  assert.match(text, /Diese Art von Datei nehmen wir nicht an/);
  assert.match(text, />\s*Anbei\.<\/textarea>/);
  const second = await (await send({ answer: 'Anbei.', do: 'attach' }, [['drei.pdf', pdf('c')]])).text();
  for (const name of ['Mietvertrag.pdf', 'zwei.pdf', 'drei.pdf']) assert.ok(second.includes(name), name);
  const files = await hall.database.app.transaction({ kind: 'job', caseId }, (tx) => documents.filesOf(tx, { caseId }));
  assert.deepEqual(
    files.map(({ name, state }) => `${name} ${state}`),
    ['Mietvertrag.pdf quarantined', 'zwei.pdf quarantined', 'drei.pdf quarantined'],
  );
});

test('a file over the limit is refused in words, or the connection ends; the text can be sent again, the server goes on', async () => {
  const huge = Buffer.concat([pdf('x'), Buffer.alloc(20 * 1024 * 1024, 'x')]);
  const answer = await send({ answer: 'Groß' }, [['groß.pdf', huge]]).catch(() => undefined);
  if (answer) assert.match(await answer.text(), /Die Datei ist zu gro(ß|ss)/);
  assert.equal((await visitor.get('/gl/de/account/mailbox')).status, 200);
  const many = Buffer.concat([pdf('x'), Buffer.alloc(60 * 1024 * 1024, 'x')]);
  const cut = await send({ answer: 'Groß' }, [['groß.pdf', many]]).catch(() => undefined);
  if (cut) assert.ok([413, 422].includes(cut.status), String(cut.status));
  assert.equal((await visitor.get('/gl/de/account/mailbox')).status, 200);
});

test('a form with foreign fields, none at all, or from another site changes nothing', async () => {
  assert.equal((await send({}, [])).status === 303, false);
  assert.ok((await send({ remove: '../x', answer: 'x'.repeat(10_001) }, [])).status < 500);
  const cross = await fetch(address(), {
    method: 'POST',
    body: new FormData(),
    headers: { origin: 'https://evil.example' },
  });
  assert.equal(cross.status, 403);
});
