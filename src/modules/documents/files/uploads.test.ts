import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../../tests/database.ts';
import { stoppedClock } from '../../../platform/clock/clock.ts';
import { idOfKey, newId } from '../../../platform/crypto/ids.ts';
import type { Principal } from '../../../platform/db/principal.ts';
import { createLog } from '../../../platform/log/log.ts';
import { withClient } from '../../../platform/postgres/with-client.ts';
import { eicarScanner } from '../../../sandbox.ts';
import { createLimiter } from '../../identity/index.ts';
import { clamdScanner, createDocuments, type Documents, fileKeys, type Scanner, startUploadsServer } from '../index.ts';
import { docx, EICAR, type Entry, jpeg, nested, odt, pdf, pdfWithStream, png, zip } from './samples.ts';

const GLARUS = idOfKey('authority:ch-1632');
const folder = mkdtempSync(join(tmpdir(), 'hall-files-'));
const clock = stoppedClock('2026-11-24T10:00:00Z');
const ring = fileKeys({ keyDir: join(folder, 'keys'), createMissing: true });
const wiring = (dataDir: string) => ({
  ring,
  dataDir,
  uploadsOrigin: 'http://127.0.0.1:1',
  contentDir: new URL('../../../../content/', import.meta.url).pathname,
  clock,
  limiter: createLimiter(clock),
});
let database: TestDatabase;
let documents: Documents;
let draft: { id: string; principal: Principal };

before(async () => {
  database = await testDatabase();
  documents = createDocuments(wiring(folder));
  draft = await newDraft();
});
after(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

async function newDraft() {
  const id = newId<'draft'>();
  const principal: Principal = { kind: 'applicant', draftId: id };
  await database.app.transaction(principal, (tx) => documents.newBox(tx, { draftId: id, authorityId: GLARUS }));
  return { id, principal };
}

async function send(bytes: Buffer | Readable, fileName = 'scan.pdf', of = draft, by = documents) {
  const stream = Buffer.isBuffer(bytes) ? Readable.from(pieces(bytes), { objectMode: false }) : bytes;
  return by.receiveUpload(database.app, of.principal, { draftId: of.id, field: 'proof', fileName, stream });
}
function* pieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 16_000) yield bytes.subarray(at, at + 16_000);
}
async function stored(bytes: Buffer, fileName?: string, of = draft) {
  const received = await send(bytes, fileName, of);
  assert.equal(received.kind, 'stored', JSON.stringify(received));
  return received.kind === 'stored' ? received.file : assert.fail();
}
const scan = (fileId: string, scanner: Scanner = eicarScanner(), of = draft) =>
  documents.jobs(database.app, scanner)['scan-file']({ fileId, draftId: of.id });
const fileOf = (fileId: string, of = draft) =>
  database.app.transaction(of.principal, (tx) => documents.fileById(tx, fileId));
const read = (fileId: string, of = draft) =>
  database.app.transaction(of.principal, async (tx) => {
    const file = await documents.readFile(tx, fileId);
    return { ...file, bytes: await buffer(file.bytes) };
  });
const onDisk = () =>
  readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

test('a file comes back byte for byte once it was scanned; on the disk it is sealed', async () => {
  const of = await newDraft();
  for (let round = 0; round < 30; round++) {
    const bytes = pdf(randomBytes(round * 9_001).toString('base64'));
    const { id } = await stored(bytes, undefined, of);
    await assert.rejects(read(id, of), { code: 'not-found' }, 'not before it was scanned');
    await scan(id, undefined, of);
    const back = await read(id, of);
    assert.equal(sha256(back.bytes), sha256(bytes));
    assert.equal(readFileSync(join(folder, 'files', id.slice(-2), id)).includes('%PDF'), false);
  }
});
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

test('some hundred files at once do not get into each other’s way', async () => {
  const drafts = await Promise.all(Array.from({ length: 10 }, newDraft));
  await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const of = drafts[index % 10] ?? draft;
      const bytes = pdf(randomBytes(2_000 + index * 331).toString('hex'));
      const { id } = await stored(bytes, `${index}.pdf`, of);
      await scan(id, undefined, of);
      assert.equal(sha256((await read(id, of)).bytes), sha256(bytes));
    }),
  );
});

test('what a file is, its bytes say; its name gets the ending that belongs to it', async () => {
  const cases: [Buffer, string, string, string][] = [
    [pdf(), 'Mietvertrag.pdf', 'application/pdf', 'Mietvertrag.pdf'],
    [pdf(), 'invoice.exe', 'application/pdf', 'invoice.exe.pdf'],
    [jpeg(), 'IMG_0001.JPG', 'image/jpeg', 'IMG_0001.JPG'],
    [jpeg(), 'photo.html', 'image/jpeg', 'photo.html.jpg'],
    [png(), 'scan', 'image/png', 'scan.png'],
    [Buffer.from('Guten Tag\nÄöü ß – €\n'), 'notiz.txt', 'text/plain', 'notiz.txt'],
    [docx(), 'brief.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'brief.docx'],
    [odt(), 'brief.odt', 'application/vnd.oasis.opendocument.text', 'brief.odt'],
  ];
  const of = await newDraft();
  for (const [bytes, given, type, name] of cases) {
    const file = await stored(bytes, given, of);
    assert.deepEqual([file.type, file.name], [type, name]);
  }
});

test('names are made harmless', async () => {
  const names: [string, string][] = [
    ['../../etc/passwd', 'passwd.pdf'],
    ['..\\..\\windows\\system32\\x.pdf', 'x.pdf'],
    ['%2e%2e%2fx.pdf', '_2e_2e_2fx.pdf'],
    ['a\0b.pdf', 'ab.pdf'],
    ['rechnung\u202Efdp.exe', 'rechnungfdp.exe.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['CON', 'file-CON.pdf'],
    ['', 'file.pdf'],
    ['<script>alert(1)</script>.pdf', 'script_.pdf'],
    ['Grüße aus Zürich – Zusammenfassung (neu), 2.pdf', 'Grüße aus Zürich – Zusammenfassung (neu), 2.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie_ x_1.pdf'],
  ];
  for (const [given, name] of names) {
    const of = await newDraft();
    assert.equal((await stored(pdf(), given, of)).name, name);
  }
  const long = await stored(pdf(), `${'ü'.repeat(255)}.pdf`);
  assert.ok(Buffer.byteLength(long.name) <= 180 && long.name.endsWith('ü.pdf'));
});

test('what is not taken is refused for its reason, and nothing of it stays', async () => {
  const bomb: Entry[] = Array.from({ length: 300 }, (_, index) => [`word/${index}.xml`, 'x', { claims: 1_000_000 }]);
  const corpus: [string, Buffer, string][] = [
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'wrong-type'],
    [
      'a drawing with a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'wrong-type',
    ],
    ['a page behind a mark', Buffer.from('\ufeff  <HTML>'), 'wrong-type'],
    ['a program', Buffer.from('MZ\x90\0\x03'), 'wrong-type'],
    ['a shell script', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'wrong-type'],
    ['random bytes', Buffer.from('00ff00fe00fd0102', 'hex'), 'wrong-type'],
    ['text that turns binary', Buffer.concat([Buffer.from('a'.repeat(9_000)), Buffer.from([0, 1, 2])]), 'wrong-type'],
    ['an animation', Buffer.from('GIF89a\x01\0\x01\0'), 'wrong-type'],
    ['a PDF not at the first byte', Buffer.concat([Buffer.from('\0\0\0\0'), pdf()]), 'wrong-type'],
    ['half a PDF', pdf('', ''), 'damaged'],
    ['a PDF nobody can look into', pdf('trailer<</Encrypt 5 0 R>>'), 'encrypted'],
    ['the same, at a seam', pdf(`${'x'.repeat(15_980)}/Encrypt 5 0 R`), 'encrypted'],
    ['a PDF that is a page', pdf('<html><script>1</script>'), 'suspicious'],
    ['a PDF that is an archive', Buffer.concat([pdf(), zip([['a', 'b']])]), 'suspicious'],
    ['a photo that is an archive', jpeg(8, 8, '', zip([['a', 'b']])), 'suspicious'],
    ['a photo that is a page', jpeg(8, 8, '<script>alert(1)</script>'), 'suspicious'],
    ['a picture of 42 gigapixels', png(200_000, 210_000), 'suspicious'],
    ['a photo of 4 gigapixels', jpeg(65_000, 65_000), 'suspicious'],
    ['a picture with something behind', png(4, 4, Buffer.from('<?php echo 1;')), 'suspicious'],
    ['half a picture', png().subarray(0, -12), 'damaged'],
    ['an archive', zip([['a.txt', 'a']]), 'wrong-type'],
    ['a document with macros', docx([['word/vbaProject.bin', 'x']]), 'suspicious'],
    ['a document with a way out', docx([['../../x', 'x']]), 'suspicious'],
    ['a locked document', docx([['word/a.xml', 'x', { flags: 1 }]]), 'encrypted'],
    ['a document that bursts', docx(bomb), 'suspicious'],
    ['half a document', docx().subarray(0, -30), 'damaged'],
  ];
  const before = onDisk().length;
  for (const [what, bytes, reason] of corpus) {
    const received = await send(bytes, 'harmless.pdf');
    assert.equal(received.kind === 'refused' && received.reason, reason, what);
  }
  assert.equal(onDisk().length, before);
});

test('one byte over the limit is refused; what is much longer is cut off and not read to its end', async () => {
  const small = createDocuments({ ...wiring(folder), mostBytes: 100_000 });
  const exact = pdf('x'.repeat(100_000 - pdf().length));
  assert.equal((await send(exact, 'a.pdf', draft, small)).kind, 'stored');
  const over = await send(pdf('x'.repeat(100_001 - pdf().length)), 'a.pdf', draft, small);
  assert.deepEqual(over, { kind: 'refused', reason: 'too-large', isCutOff: false });
  let given = 0;
  async function* endless() {
    yield pdf();
    for (; given < 1_000_000_000; given += 65_536) yield Buffer.alloc(65_536, 'x');
  }
  const cut = await send(Readable.from(endless(), { objectMode: false }), 'a.pdf', draft, small);
  assert.deepEqual(cut, { kind: 'refused', reason: 'too-large', isCutOff: true });
  assert.ok(given < 2_000_000, `${given} bytes were read`);
});

test('the test virus is found plain, in archives, documents, PDFs and base64; it is never shown', async () => {
  const hiding: [string, Buffer, string][] = [
    ['plain', Buffer.from(EICAR), 'infected'],
    ['in a text', Buffer.from(`Guten Tag\n${EICAR}\n`), 'infected'],
    ['in a PDF', pdf(EICAR), 'infected'],
    ['in a packed stream of a PDF', pdfWithStream(EICAR), 'infected'],
    ['in an archive in a PDF', pdfWithStream(nested(2)), 'infected'],
    ['in a document', docx([['word/media/a.bin', EICAR]]), 'infected'],
    ['four archives deep', docx([['word/embeddings/a.zip', nested(3)]]), 'infected'],
    ['deeper than anybody looks', docx([['word/embeddings/a.zip', nested(9)]]), 'suspicious'],
    ['in base64', Buffer.from(Buffer.from(EICAR.repeat(2)).toString('base64')), 'infected'],
    ['a stream that bursts', pdfWithStream(Buffer.alloc(80_000_000)), 'suspicious'],
  ];
  const of = await newDraft();
  for (const [where, bytes, reason] of hiding) {
    const { id } = await stored(bytes, 'a.pdf', of);
    await scan(id, undefined, of);
    const file = await fileOf(id, of);
    assert.deepEqual([file?.state, file?.reason], ['refused', reason], where);
    await assert.rejects(read(id, of), { code: 'not-found' });
  }
});

test('a scanner that is down, slow or odd releases nothing; the file is scanned later', async () => {
  const { id } = await stored(pdf('patience'));
  const answers = async (answer: string | undefined, expected: RegExp) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', () => answer !== undefined && socket.end(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const scanner = clamdScanner({ address: `127.0.0.1:${port}`, timeoutMs: 150 });
    await assert.rejects(scan(id, scanner), expected);
    server.close();
    assert.equal((await fileOf(id))?.state, 'quarantined');
  };
  await assert.rejects(scan(id, clamdScanner({ address: '127.0.0.1:1' })), { code: 'scanner-away' });
  await answers(undefined, /scanner-away/);
  await answers('', /scanner-away/);
  await answers('stream: OKAY', /scanner-away/);
  await answers('ERROR', /scanner-away/);
  await scan(id);
  assert.equal((await fileOf(id))?.state, 'clean');
});

test('clamd gets the clear bytes, and what it finds is believed', async () => {
  const got: Buffer[] = [];
  const server = createServer((socket) => {
    let all = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      all = Buffer.concat([all, chunk]);
      if (!all.subarray(-4).equals(Buffer.alloc(4))) return;
      got.push(all);
      socket.end(all.includes('BAD') ? 'stream: Bad.Thing-1 FOUND\0' : 'stream: OK\0');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const scanner = clamdScanner({ address: `127.0.0.1:${port}` });
  const [good, bad] = [await stored(pdf('good'), 'good.pdf'), await stored(pdf('BAD'), 'bad.pdf')];
  await scan(good.id, scanner);
  await scan(bad.id, scanner);
  server.close();
  assert.ok(got[0]?.includes('zINSTREAM\0') && got[0].includes('%PDF-1.7'));
  assert.equal((await fileOf(good.id))?.state, 'clean');
  assert.deepEqual((await fileOf(bad.id))?.reason, 'infected');
});

test('strangers see no file, and can’t add one', async () => {
  const { id } = await stored(pdf('secret'));
  await scan(id);
  const strangers: Principal[] = [
    { kind: 'anonymous' },
    { kind: 'applicant', draftId: newId() },
    { kind: 'person', personId: newId() },
    { kind: 'staff', personId: newId(), authorityId: GLARUS },
    { kind: 'operator', personId: newId() },
    { kind: 'job' },
  ];
  for (const principal of strangers) {
    const stranger = { id: draft.id, principal };
    assert.equal(await fileOf(id, stranger), undefined);
    await assert.rejects(read(id, stranger), { code: 'not-found' });
    await assert.rejects(send(pdf(), 'x.pdf', stranger), { code: 'not-found' });
    const removed = database.app.transaction(principal, (tx) => documents.removeFile(tx, id));
    await removed;
  }
  assert.equal((await fileOf(id))?.state, 'clean');
});

test('a draft’s files become its case’s; what comes after the hand-over is refused', async () => {
  const of = await newDraft();
  const { id } = await stored(jpeg(), 'Foto.jpg', of);
  const caseId = newId<'case'>();
  await database.app.transaction(of.principal, (tx) =>
    documents.handOver(tx, { draftId: of.id, caseId, authorityId: GLARUS }),
  );
  await scan(id, undefined, of);
  const inCase: Principal = { kind: 'job', caseId };
  const [file] = await database.app.transaction(inCase, (tx) => documents.filesOf(tx, { caseId }));
  assert.deepEqual([file?.name, file?.state], ['Foto.jpg', 'clean']);
  const late = await send(pdf(), 'late.pdf', of);
  assert.equal(late.kind === 'refused' && late.reason, 'closed');
  const kept = await database.app.transaction(inCase, (tx) =>
    documents.keepFile(tx, { caseId, kind: 'letter', name: 'Brief', type: 'application/pdf', bytes: pdf('letter') }),
  );
  const letter = await database.app.transaction(inCase, async (tx) => {
    const opened = await documents.readFile(tx, kept.id);
    return { name: opened.name, bytes: await buffer(opened.bytes) };
  });
  assert.ok(letter.bytes.equals(pdf('letter')) && letter.name === 'Brief.pdf');
});

test('a letter that two jobs keep at once is kept once, and its bytes are those of the one that was first', async () => {
  const caseId = newId<'case'>();
  const inCase: Principal = { kind: 'job', caseId };
  await database.app.transaction(inCase, (tx) => documents.newBox(tx, { caseId, authorityId: GLARUS }));
  const id = newId<'file'>();
  const keep = (text: string) =>
    database.app.transaction(inCase, (tx) =>
      documents.keepFile(tx, { id, caseId, kind: 'letter', name: text, type: 'application/pdf', bytes: pdf(text) }),
    );
  const outcomes = await Promise.allSettled([keep('one'), keep('two'), keep('three')]);
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
  const kept = await database.app.transaction(inCase, async (tx) => {
    const opened = await documents.readFile(tx, id);
    return { name: opened.name, bytes: await buffer(opened.bytes) };
  });
  assert.ok(kept.bytes.equals(pdf(kept.name.replace('.pdf', ''))));
});

test('with the key destroyed, rows and bytes are gone, and a kept copy of the bytes opens for nobody', async () => {
  const of = await newDraft();
  const { id } = await stored(pdf('forget me'), 'a.pdf', of);
  await scan(id, undefined, of);
  await database.app.transaction(of.principal, (tx) => documents.destroyBox(tx, { draftId: of.id }));
  await assert.rejects(read(id, of), { code: 'not-found' });
  await documents.jobs(database.app, eicarScanner())['remove-file']({ fileId: id });
  assert.equal(existsSync(join(folder, 'files', id.slice(-2), id)), false);
});

test('bytes without a row are swept after an hour, others stay', async () => {
  const { id } = await stored(pdf('stays'));
  const orphan = newId<'file'>();
  const [kept, left] = [id, orphan].map((each) => join(folder, 'files', each.slice(-2), each)) as [string, string];
  mkdirSync(join(folder, 'files', orphan.slice(-2)), { recursive: true });
  writeFileSync(left, 'half');
  const hoursAgo = new Date(Date.now() - 2 * 3_600_000);
  await documents.jobs(database.app, eicarScanner())['sweep-files']({});
  assert.ok(existsSync(left), 'it may still be written');
  utimesSync(left, hoursAgo, hoursAgo);
  utimesSync(kept, hoursAgo, hoursAgo);
  await documents.jobs(database.app, eicarScanner())['sweep-files']({});
  assert.deepEqual([existsSync(left), existsSync(kept)], [false, true]);
});

test('a disk that can’t keep it: 503, no row, and what was kept before is readable', async () => {
  const broken = mkdtempSync(join(tmpdir(), 'hall-broken-'));
  writeFileSync(join(broken, 'files'), 'not a folder');
  const rows = async () =>
    (await database.app.transaction(draft.principal, (tx) => documents.filesOf(tx, { draftId: draft.id }))).length;
  const count = await rows();
  await assert.rejects(send(pdf(), 'a.pdf', draft, createDocuments(wiring(broken))), {
    code: 'storage-away',
    status: 503,
  });
  assert.equal(await rows(), count);
  rmSync(broken, { recursive: true });
});

/** A disk of one megabyte, where we may make one. */
function tinyDisk(): { path: string; remove(): void } | undefined {
  const path = mkdtempSync(join(tmpdir(), 'hall-tiny-'));
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path]).status === 0;
  const remove = () => {
    if (made) spawnSync('umount', [path]);
    rmSync(path, { recursive: true });
  };
  if (made) return { path, remove };
  remove();
  return undefined;
}
const tiny = tinyDisk();
after(() => tiny?.remove());

test('a full disk: 503, nothing half kept, and once there is room it goes on', {
  skip: !tiny && 'needs to mount',
}, async () => {
  const onTiny = createDocuments(wiring(tiny?.path ?? ''));
  const full = send(pdf('x'.repeat(3_000_000)), 'a.pdf', draft, onTiny);
  await assert.rejects(full, { code: 'storage-away', status: 503 });
  const of = await newDraft();
  const fits = await send(pdf('x'.repeat(300_000)), 'a.pdf', of, onTiny);
  assert.equal(fits.kind, 'stored');
  const left = readdirSync(tiny?.path ?? '', { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  assert.equal(left.length, 1);
});

test('an upload that breaks off leaves nothing', async () => {
  const before = onDisk().length;
  async function* breaking() {
    yield pdf('x'.repeat(200_000));
    throw new Error('connection lost');
  }
  await assert.rejects(send(Readable.from(breaking(), { objectMode: false })), { code: 'upload-broken' });
  assert.equal(onDisk().length, before);
});

test('at most forty files for one draft, uploaded at once too', async () => {
  const of = await newDraft();
  const all = await Promise.all(Array.from({ length: 44 }, () => send(pdf(), 'a.pdf', of)));
  assert.equal(all.filter(({ kind }) => kind === 'stored').length, 40);
});

test('the uploads origin shows a clean file by its signed address only, for five minutes, and runs nothing', async () => {
  const server = await startUploadsServer({
    port: 0,
    secure: false,
    database: database.app,
    documents,
    log: createLog('test', 'silent'),
  });
  const get = (address: string) => fetch(address.replace(':1/', `:${server.port}/`), { redirect: 'manual' });
  try {
    const [photo, note] = [await stored(jpeg(), 'Foto Grüezi.jpg'), await stored(Buffer.from('Hallo'), 'n.txt')];
    const view = (id: string) => documents.viewAddress(id, { draftId: draft.id });
    assert.equal((await get(view(photo.id))).status, 404, 'not before it was scanned');
    await scan(photo.id);
    await scan(note.id);
    const shown = await get(view(photo.id));
    assert.equal(shown.status, 200);
    assert.equal(sha256(Buffer.from(await shown.arrayBuffer())), sha256(jpeg()));
    const headers = Object.fromEntries(shown.headers);
    assert.match(headers['content-security-policy'] ?? '', /default-src 'none'.*sandbox/);
    assert.match(
      headers['content-disposition'] ?? '',
      /^inline; filename="Foto Gruezi\.jpg"; filename\*=UTF-8''Foto%20Gr%C3%BCezi\.jpg$/,
    );
    assert.deepEqual(
      [headers['x-content-type-options'], headers['cache-control'], headers['set-cookie'], headers['content-type']],
      ['nosniff', 'no-store', undefined, 'image/jpeg'],
    );
    assert.match((await get(view(note.id))).headers.get('content-disposition') ?? '', /^attachment/);
    const address = view(photo.id);
    const forged = [
      address.replace(photo.id, note.id),
      address.replace(/until=\d+/, 'until=1999999999999'),
      address.replace(/of=d[0-9a-f-]+/, `of=d${newId()}`),
      address.replace(/sign=(.)/, (_, sign) => `sign=${sign === 'A' ? 'B' : 'A'}`),
      address.split('?')[0] ?? '',
      `${address}&sign=x`,
      address.replace(/\/f\/.*\?/, '/f/..%2f..%2fetc%2fpasswd?'),
    ];
    for (const each of forged) assert.ok([400, 404].includes((await get(each)).status), each);
    clock.move('2026-11-24T10:05:01Z');
    assert.equal((await get(address)).status, 404);
  } finally {
    clock.move('2026-11-24T10:00:00Z');
    await server.close();
  }
});

test('no name, type of content or checksum lies in clear in the database', async () => {
  await stored(pdf('x'), 'Zweifel-Diagnose.pdf');
  const { rows } = await withClient(database.adminUrl, (client) =>
    client.query('select f::text as line from hall.file f'),
  );
  assert.ok(rows.length > 0 && !JSON.stringify(rows).includes('Diagnose'));
});
