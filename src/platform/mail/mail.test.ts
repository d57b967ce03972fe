import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:net';
import { after, before, test } from 'node:test';
import { inspect } from 'node:util';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import { withClient } from '../postgres/with-client.ts';
import { type Mail, type MailSealer, mailJobs, outboxPage, queueMail } from './index.ts';

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

/** Good enough to see what is sealed and what is not. */
const sealer: MailSealer = {
  seal: (plain) => Buffer.from(plain.map((byte) => byte ^ 0x5a)),
  open: (sealed) => Buffer.from(sealed.map((byte) => byte ^ 0x5a)),
};
const MAIL: Mail = { to: 'vreni@example.ch', subject: 'Ihr Code', text: 'Code 1234 5678\n', language: 'de' };
const queue = (mail: Partial<Mail> = {}) =>
  database.app.transaction({ kind: 'anonymous' }, (tx) => queueMail(tx, sealer, { ...MAIL, ...mail }));
const rows = async () =>
  (
    await withClient(database.adminUrl, (client) =>
      client.query<{ id: string; sealed: Buffer | null; sent_at: Date | null }>(
        'select * from hall.outgoing_mail order by written_at desc, id desc',
      ),
    )
  ).rows;

/** A mail server that takes what it gets. `greets` false: it accepts connections and says nothing. */
async function mailServer(greets = true) {
  const got: string[] = [];
  const server: Server = createServer((socket) => {
    if (!greets) return;
    socket.on('error', () => undefined);
    let body = '';
    let inBody = false;
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      body += chunk.toString('latin1');
      for (let end = body.indexOf('\r\n'); end !== -1; end = body.indexOf('\r\n')) {
        if (inBody) {
          const stop = body.indexOf('\r\n.\r\n');
          if (stop === -1) return;
          got.push(body.slice(0, stop));
          body = body.slice(stop + 5);
          inBody = false;
          socket.write('250 taken\r\n');
          continue;
        }
        const line = body.slice(0, end);
        body = body.slice(end + 2);
        if (line === 'DATA') inBody = true;
        socket.write(inBody ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { got, url: `smtp://127.0.0.1:${port}`, close: () => server.close() };
}
const jobs = (smtpUrl?: string) =>
  mailJobs({ database: database.app, sealer, from: 'no-reply@portal.example', ...(smtpUrl && { smtpUrl }) });
const newest = async () => (await rows())[0] ?? assert.fail('no mail');

test('address and text lie sealed; only jobs see that there is a mail', async () => {
  await queue();
  const row = await newest();
  assert.ok(row.sealed && !row.sealed.toString('latin1').includes('vreni'));
  const seen = await database.app.transaction({ kind: 'anonymous' }, (tx) =>
    tx.many({ name: 'test.mails', text: 'select id from hall.outgoing_mail' }),
  );
  assert.deepEqual(seen, []);
});

test('without a mail server the mail is kept and shown, newest first, escaped', async () => {
  await queue({ subject: '<script>alert(1)</script>', text: 'first\n' });
  const { id } = await newest();
  await jobs()['send-mail']({ mailId: id });
  await queue({ text: 'second\n' });
  const page = await outboxPage(database.app, sealer);
  assert.ok(page.indexOf('>second') < page.indexOf('>first'));
  assert.ok(page.includes('&lt;script&gt;') && !page.includes('<script'));
  assert.ok((await rows()).find((row) => row.id === id)?.sent_at);
});

test('a mail server gets it once; then its text is gone from the database', async () => {
  const server = await mailServer();
  await queue({ subject: 'Grüße aus Glarus' });
  const { id } = await newest();
  await jobs(server.url)['send-mail']({ mailId: id });
  await jobs(server.url)['send-mail']({ mailId: id });
  server.close();
  assert.equal(server.got.length, 1);
  assert.match(server.got[0] ?? '', /^To: vreni@example\.ch\r$/m);
  assert.match(server.got[0] ?? '', new RegExp(`^Message-ID: <${id}@portal\\.example>`, 'im'));
  assert.equal((await newest()).sealed, null);
});

test('a mail server that is away: the job fails, the mail waits, and goes out later', async () => {
  await queue({ text: 'patient\n' });
  const { id } = await newest();
  await assert.rejects(jobs('smtp://127.0.0.1:1')['send-mail']({ mailId: id }));
  assert.equal((await newest()).sent_at, null);
  const server = await mailServer();
  await jobs(server.url)['send-mail']({ mailId: id });
  server.close();
  assert.equal(server.got.length, 1);
});

test('a mail server that names whom it refuses does not bring the address into log or queue', async () => {
  const refusing = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      const line = chunk.toString('latin1');
      const to = /^RCPT TO:(.*)\r\n/.exec(line)?.[1];
      socket.write(to ? `550 5.1.1 ${to} is not known here\r\n` : '250 ok\r\n');
    });
  });
  await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
  const { port } = refusing.address() as { port: number };
  try {
    await queue();
    const { id } = await newest();
    await assert.rejects(jobs(`smtp://127.0.0.1:${port}`)['send-mail']({ mailId: id }), (error: Error) => {
      assert.match(error.message, /EENVELOPE 550/);
      assert.doesNotMatch(inspect(error, { showHidden: true, depth: 5 }), /vreni/);
      return true;
    });
  } finally {
    refusing.close();
  }
});

test('no header can be smuggled in', async () => {
  const addresses = [
    'a@example.ch\r\nBcc: all@example.ch',
    'a@example.ch, b@example.ch',
    'A <a@example.ch>',
    'a@example.ch\0',
    'a b@example.ch',
    '@example.ch',
    `a@${'x'.repeat(300)}.ch`,
  ];
  for (const to of addresses) await assert.rejects(queue({ to }), { code: 'bad-address' }, to);
  await queue({
    subject: 'Ihr Code\r\nBcc: all@example.ch\r\n\r\nbody',
    text: 'x\r\n.\r\nRCPT TO:<all@example.ch>\r\n',
  });
  const server = await mailServer();
  const { id } = await newest();
  await jobs(server.url)['send-mail']({ mailId: id });
  server.close();
  assert.doesNotMatch(server.got.join('\n').split('\r\n\r\n')[0] ?? '', /^bcc:/im);
  assert.equal(server.got.length, 1);
});

test('old mails are swept', async () => {
  await withClient(database.adminUrl, (client) =>
    client.query(`update hall.outgoing_mail set written_at = now() - interval '8 days'`),
  );
  await jobs()['sweep-mails']({});
  assert.deepEqual(await rows(), []);
});
