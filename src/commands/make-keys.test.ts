import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileKeys } from '../modules/documents/index.ts';
import { idOfKey, newId } from '../platform/crypto/ids.ts';

const folder = mkdtempSync(join(tmpdir(), 'hall-make-keys-'));
after(() => rmSync(folder, { recursive: true }));

const makeKeys = (environment: NodeJS.ProcessEnv) =>
  spawnSync(process.execPath, ['src/main.ts', 'make-keys'], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });

test('production gets its keys by a command: for every authority of the portals, for their owner only, once', () => {
  const keyDir = join(folder, 'keys');
  assert.match(makeKeys({ KEY_DIR: keyDir }).stdout, /^\d+ keys made/);
  const before = readdirSync(keyDir).map((name) => readFileSync(join(keyDir, name), 'utf8'));
  for (const name of readdirSync(keyDir)) assert.equal(statSync(join(keyDir, name)).mode & 0o077, 0, name);
  assert.match(makeKeys({ KEY_DIR: keyDir }).stdout, /^0 keys made/);
  assert.deepEqual(
    readdirSync(keyDir).map((name) => readFileSync(join(keyDir, name), 'utf8')),
    before,
  );
  const production = fileKeys({ keyDir, createMissing: false });
  for (const key of ['ch', 'ch-gl', 'ch-1630', 'de', 'de-10041100'])
    assert.ok(production.wrap(idOfKey(`authority:${key}`), newId(), Buffer.alloc(32)).length > 32, key);
  assert.equal(production.secret('mail').length, 32);
});

test('without a folder nothing is made', () => {
  const { status, stderr } = makeKeys({ KEY_DIR: '' });
  assert.equal(status, 1);
  assert.match(stderr, /KEY_DIR/);
});
