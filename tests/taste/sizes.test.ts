import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { codeFiles, linesOf, projectFiles } from './source-files.ts';

/** Tables, codecs and generated files may be long; each with its reason. */
const LONG_BY_NATURE: readonly (readonly [path: RegExp, reason: string])[] = [
  [/\.generated\./, 'written by a script'],
  [/\/texts\/(de|fr|it|en)\.ts$/, 'a table of texts'],
  [/\/people-of-/, 'a table of invented people'],
  [/\/ui\/icon\//, 'a table of drawings'],
  [/\.test\.ts$/, 'a list of sentences, each by itself'],
];
const MOST_LINES = 400;
const MOST_FUNCTION_LINES = 60;
const MOST_ENTRIES = 20;

/** Lists of peers: as long as the field is rich. */
const PEERS =
  /^(content\/|src\/ui$|src\/standards$|db\/migrations|src\/modules\/forms\/engine\/fields|docs\/|tests$|\.$)/;

test(`no file of code is longer than ${MOST_LINES} lines`, () => {
  const long = codeFiles
    .filter((path) => !LONG_BY_NATURE.some(([nature]) => nature.test(path)))
    .map((path) => `${path}: ${linesOf(path).length}`)
    .filter((line) => Number(line.split(': ')[1]) > MOST_LINES);
  assert.deepEqual(long, []);
});

test(`no function is longer than ${MOST_FUNCTION_LINES} lines`, () => {
  const long = codeFiles
    .filter((path) => path.startsWith('src/') && !path.endsWith('.test.ts'))
    .flatMap((path) => longFunctions(path));
  assert.deepEqual(long, []);
});

/** Functions at the left margin: from their first line to the brace that ends them. Formatting makes this exact. */
function longFunctions(path: string): string[] {
  const found: string[] = [];
  let start: { line: number; name: string } | undefined;
  for (const [index, line] of linesOf(path).entries()) {
    const name = /^(?:export )?(?:default )?(?:async )?function\*? ?(\w*)/.exec(line)?.[1];
    if (name !== undefined) start = { line: index, name };
    if (line === '}' && start) {
      const length = index - start.line + 1;
      if (length > MOST_FUNCTION_LINES) found.push(`${path} ${start.name}: ${length}`);
      start = undefined;
    }
  }
  return found;
}

test(`no folder has more than ${MOST_ENTRIES} entries`, () => {
  const folders = new Map<string, Set<string>>();
  for (const path of projectFiles)
    for (let child = path; child !== '.'; child = dirname(child))
      folders.set(dirname(child), (folders.get(dirname(child)) ?? new Set()).add(child));
  const full = [...folders]
    .filter(([folder, entries]) => entries.size > MOST_ENTRIES && !PEERS.test(folder))
    .map(([folder, entries]) => `${folder}: ${entries.size}`);
  assert.deepEqual(full, []);
});
