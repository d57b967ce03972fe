import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { MODULES } from '../../boundaries.mjs';
import { codeFiles, projectFiles } from './source-files.ts';

/** Names that say nothing, or that promise to rot (DESIGN.md §3). */
const BANNED =
  'util utils helper helpers common misc lib services manager handler impl base data info process new old legacy v2'.split(
    ' ',
  );

test('no folder or file of code has a name that says nothing', () => {
  const empty = codeFiles.filter((path) =>
    path
      .replace(/(\.test)?\.(ts|mjs)$/, '')
      .split('/')
      .some((part) => BANNED.includes(part)),
  );
  assert.deepEqual(empty, []);
});

test('a service is a public service: no file is called after one', () => {
  assert.deepEqual(
    codeFiles.filter((path) => /\.service\.ts$/.test(path)),
    [],
  );
});

const HEADINGS = ['## What it is for', '## Words', '## Invariants', '## What it does not do'];
test('every module has one door and a README with the four headings', () => {
  for (const name of Object.keys(MODULES)) {
    const folder = `src/modules/${name}`;
    assert.ok(existsSync(`${folder}/index.ts`), `${folder}/index.ts`);
    const readme = readFileSync(`${folder}/README.md`, 'utf8');
    for (const heading of HEADINGS)
      assert.ok(readme.includes(`\n${heading}`), `${folder}/README.md lacks «${heading}»`);
  }
});

test('the code is strictly typed TypeScript: no any, no enum, no non-null promise, no switched-off check', () => {
  const found = codeFiles
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => {
      const text = readFileSync(path, 'utf8');
      return [/@ts-(ignore|nocheck|expect-error)/, /^\s*(export )?(const )?enum /m]
        .filter((pattern) => !path.startsWith('tests/taste/') && pattern.test(text))
        .map((pattern) => `${path}: ${pattern}`);
    });
  assert.deepEqual(found, []);
});

test('nothing in the repository names a machine’s folder or a package registry', () => {
  const patterns = [/\/work\/(main|wt|shared)/, /registry\.[a-z]+\.(org|com)/];
  const found = projectFiles
    .filter((path) => /\.(ts|mjs|md|ya?ml|json|sql|css|typ)$/.test(path) && !path.startsWith('tests/taste/'))
    .filter((path) => patterns.some((pattern) => pattern.test(readFileSync(path, 'utf8'))));
  assert.deepEqual(found, []);
});
