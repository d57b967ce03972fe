import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '../../../../tests/database.ts';
import { stoppedClock } from '../../../platform/clock/clock.ts';
import { idOfKey, newId } from '../../../platform/crypto/ids.ts';
import type { Answer } from '../../../platform/http/answer.ts';
import { withClient } from '../../../platform/postgres/with-client.ts';
import { routes } from '../../../routes.ts';
import { createLimiter, type Part, TooMany, type Visit } from '../../identity/index.ts';
import { createDocuments, type Documents, fileKeys, type LetterStatement } from '../index.ts';

const GLARUS = idOfKey('authority:ch-1632');
const folder = mkdtempSync(join(tmpdir(), 'hall-codes-'));
const clock = stoppedClock('2026-11-24T10:00:00Z');
let database: TestDatabase;
let documents: Documents;

before(async () => {
  database = await testDatabase();
  documents = createDocuments({
    ring: fileKeys({ keyDir: join(folder, 'keys'), createMissing: true }),
    dataDir: folder,
    uploadsOrigin: 'http://127.0.0.1:1',
    contentDir: 'content/',
    clock,
    limiter: createLimiter(clock),
  });
});
after(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const STATEMENT: LetterStatement = {
  title: 'Wohnsitzbestätigung',
  language: 'de',
  concerns: 'Verena <b>Zweifel</b>',
  authority: 'Gemeinde Glarus',
  number: 'GL-26-7K3M-9QXP-2T',
  issuedOn: '2026-11-24',
  lines: [{ label: 'Adresse', value: 'Burgstrasse 12, 8750 Glarus' }],
};
const LETTER = randomBytes(40_000);

async function issue(more: { code?: string } = {}) {
  const [caseId, documentId] = [newId<'case'>(), newId<'file'>()];
  const code = await database.app.transaction({ kind: 'job', caseId }, (tx) =>
    documents.issueCode(tx, { documentId, caseId, authorityId: GLARUS, statement: STATEMENT, bytes: LETTER, ...more }),
  );
  return { caseId, documentId, code };
}

let network = 0;
const visit = (more: Partial<Visit>): Visit => ({
  portal: { key: 'gl', country: 'ch', timeZone: 'Europe/Zurich' } as Visit['portal'],
  language: 'de',
  locale: 'de-CH',
  root: '/gl',
  origin: 'http://127.0.0.1:9500',
  path: '/gl/de/verify',
  principal: { kind: 'anonymous' },
  database: database.app,
  clock,
  params: {},
  query: {},
  body: {},
  cookies: {},
  address: `10.0.${network++ >> 8}.${network & 255}`,
  ...more,
});
async function ask(method: 'GET' | 'POST', path: string, of: Visit): Promise<Extract<Answer, { kind: 'page' }>> {
  const route = documents.routes.find((each) => each.method === method && each.path === path);
  const answer = await (route ?? assert.fail('no route')).handle(of);
  return answer.kind === 'page' ? answer : assert.fail(answer.kind);
}
const verify = (code: string, more: Partial<Visit> = {}) =>
  ask('POST', routes.portal.verify, visit({ body: { code }, ...more }));

test('who holds the letter sees what it says, however the code is typed', async () => {
  const { code } = await issue();
  assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  const typings = [
    code,
    code.toLowerCase(),
    code.replaceAll('-', ' '),
    code.replaceAll('-', ''),
    code.replaceAll('0', 'o').replaceAll('1', 'l'),
  ];
  for (const typed of typings) {
    const { status, main } = await verify(typed);
    assert.equal(status, 200, typed);
    assert.match(main.text, /Diesen Brief haben wir ausgestellt/);
    assert.match(main.text, /Gemeinde Glarus.*24\. November 2026.*Burgstrasse 12/s);
    assert.ok(main.text.includes('&lt;b&gt;Zweifel'));
  }
  assert.equal((await ask('GET', routes.portal.verifyCode, visit({ params: { code } }))).status, 200);
});

test('no other code reveals anything: the answer is the same, near or far, well-formed or not', async () => {
  const { code } = await issue();
  const near = code.slice(0, -1) + (code.endsWith('0') ? '1' : '0');
  const others = [near, documents.newCode(), 'x', '', 'U'.repeat(28), code.slice(5), `${code}-AAAA`];
  const seen = new Set<string>();
  for (const typed of others) {
    const { status, main, headers } = await verify(typed);
    assert.equal(status, 422, typed);
    assert.equal(headers?.['referrer-policy'], 'strict-origin');
    assert.ok(!main.text.includes('Zweifel') && !main.text.includes('Glarus'));
    seen.add(main.text.replace(/ value="[^"]*"/, ''));
  }
  assert.equal(seen.size, 1);
  const strange = await ask('POST', routes.portal.verify, visit({ body: { code: ['a', 'b'] } }));
  assert.equal(strange.status, 422);
});

test('a revoked letter says so, once and for all', async () => {
  const { code, caseId, documentId } = await issue();
  const revoke = (as: string) =>
    database.app.transaction({ kind: 'job', caseId: as }, (tx) => documents.revokeCode(tx, documentId));
  await revoke(newId());
  assert.match((await verify(code)).main.text, /haben wir ausgestellt/, 'not by another case');
  await revoke(caseId);
  const { main } = await verify(code);
  assert.match(main.text, /Dieser Brief gilt nicht mehr.*am 24\. November 2026 widerrufen/s);
  assert.ok(!main.text.includes('haben wir ausgestellt'));
});

test('a file is the very letter, or it is not: one changed bit is enough', async () => {
  const { code } = await issue();
  const check = async (bytes: Buffer) => {
    async function* parts(): AsyncGenerator<Part> {
      yield { kind: 'field', name: 'code', value: code };
      yield {
        kind: 'file',
        name: 'file',
        fileName: 'brief.pdf',
        stream: Readable.from([bytes], { objectMode: false }),
      };
    }
    return (await verify('', { parts })).main.text;
  };
  assert.match(await check(LETTER), /Die Datei ist unverändert/);
  for (let round = 0; round < 100; round++) {
    const changed = Buffer.from(LETTER);
    const at = Math.floor(Math.random() * changed.length);
    changed[at] = (changed[at] as number) ^ (1 << (round % 8));
    assert.match(await check(changed), /Diese Datei ist nicht der Brief/, `byte ${at}`);
  }
  assert.match(await check(LETTER.subarray(0, -1)), /nicht der Brief/);
});

test('the database knows neither code nor statement, and strangers find no row', async () => {
  const { code } = await issue();
  const { rows } = await withClient(database.adminUrl, (client) =>
    client.query<{ code_hash: Buffer; sealed_statement: Buffer }>('select * from hall.document_code'),
  );
  const all = rows.map((row) => `${row.code_hash.toString('latin1')}${row.sealed_statement.toString('latin1')}`).join();
  assert.ok(rows.length > 0 && !all.includes(code.replaceAll('-', '')) && !all.includes('Zweifel'));
  const seen = await database.app.transaction({ kind: 'anonymous' }, (tx) =>
    tx.many({ name: 'test.codes', text: 'select document_id from hall.document_code' }),
  );
  assert.deepEqual(seen, []);
});

test('tries are limited by network', async () => {
  const tries = async () => {
    for (let round = 0; round < 40; round++) await verify('x', { address: '192.0.2.7' });
  };
  await assert.rejects(tries(), TooMany);
  await verify('x', { address: '192.0.2.8' });
});

test('the QR code’s address has the code behind the hash, which no server sees', () => {
  const address = documents.verifyAddress('https://gl.example', 'fr', 'AAAA-BBBB');
  assert.equal(address, 'https://gl.example/fr/verify#AAAA-BBBB');
});
