import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const THROWN = /(?:HallFailure|super)\(\s*'([a-z]+(?:-[a-z]+)*)',\s*(\d{3})\b/g;
const DOCUMENTED = /^\| `([a-z-]+)` \|(?: (\d{3}) \|)?/gm;

test('every code of a failure stands in docs/operate/errors.md with its status, and no other does', () => {
  const thrown = new Map<string, string>();
  for (const path of globSync('src/**/*.ts').filter((each) => !each.endsWith('.test.ts')))
    for (const [, code = '', status = ''] of readFileSync(path, 'utf8').matchAll(THROWN)) thrown.set(code, status);
  const text = readFileSync('docs/operate/errors.md', 'utf8');
  const documented = new Map([...text.matchAll(DOCUMENTED)].map(([, code = '', status]) => [code, status]));
  assert.ok(thrown.size > 20, 'the sources are read');
  assert.deepEqual([...documented.keys()].sort(), [...thrown.keys()].sort());
  for (const [code, status] of documented)
    if (status !== undefined) assert.equal(status, thrown.get(code), `status of ${code}`);
});
