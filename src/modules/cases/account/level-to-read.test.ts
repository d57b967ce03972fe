import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { deskOf } from '../../../../tests/desk.ts';
import { exampleCase, LEAD } from '../../../../tests/example-cases.ts';
import { startTestHall, type TestHall, type Visitor } from '../../../../tests/hall.ts';
import { withClient } from '../../../platform/postgres/with-client.ts';
import { choosePerson } from '../../../sandbox.ts';

let hall: TestHall;
let fridolin: Visitor;
before(async () => {
  hall = await startTestHall();
  fridolin = hall.visitor();
  const sent = await fridolin.get('/gl/de/sign-in/sandbox?back=%2Fgl%2Fde');
  const chosen = await choosePerson(sent.headers.get('location') ?? '', 'fridolin');
  await fridolin.follow(await fridolin.get(chosen));
});
after(() => hall.close());

test('what was sent by somebody known for sure is not shown to who has only their weaker way to sign in', async () => {
  const { desk, close } = await deskOf(hall);
  try {
    const { rows } = await withClient(hall.database.adminUrl, (client) =>
      client.query<{ account_id: string; level: string }>('select account_id, level from hall.session'),
    );
    assert.equal(rows[0]?.level, 'low');
    const personId = rows[0]?.account_id ?? '';
    const now = Temporal.Now.instant();
    const about = { personId, label: 'Geheim Gerda' };
    const sure = await exampleCase(hall.database.app, desk, now, { ...about, level: 'high' });
    const unsure = await exampleCase(hall.database.app, desk, now, { ...about, level: 'low' });
    const asked = {
      caseId: sure.caseId,
      authorityId: LEAD.id,
      personId,
      from: 'authority' as const,
      subject: 'Rückfrage',
      body: 'Geheim',
      fileIds: [],
      wantsAnswer: true,
    };
    const message = await hall.database.app.transaction(sure.applicant, (tx) => desk.mailbox().sendMessage(tx, asked));
    const account = `/gl/de/account/cases/${sure.caseId}`;
    const letter = `/gl/de/account/documents/${sure.caseId}?case=${sure.caseId}`;
    for (const path of [account, letter, `/gl/de/account/mailbox/${message.id}`]) {
      const answer = await fridolin.get(path);
      assert.equal(answer.status, 303, path);
      const to = new URL(answer.headers.get('location') ?? '', hall.url);
      assert.equal(to.pathname, '/gl/de/sign-in');
      assert.deepEqual([to.searchParams.get('back'), to.searchParams.get('level')], [path, 'substantial']);
    }
    for (const path of [
      `${account}/withdraw`,
      `${account}/answer?message=${message.id}`,
      `/gl/de/account/mailbox/${message.id}`,
    ])
      assert.match((await fridolin.post(path, { answer: 'x' })).headers.get('location') ?? '', /\/sign-in\?/, path);
    const unread = await hall.database.app.transaction(sure.applicant, (tx) =>
      desk.mailbox().messagesOfCase(tx, sure.caseId),
    );
    assert.deepEqual([unread.length, unread[0]?.readAt], [1, null], 'it is neither read nor answered');
    assert.equal((await fridolin.get(`/gl/de/account/cases/${unsure.caseId}`)).status, 200);
  } finally {
    await close();
  }
});
