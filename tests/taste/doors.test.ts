import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { MODULES } from '../../boundaries.mjs';
import { codeFiles } from './source-files.ts';

interface Cruise {
  summary: { error: number; totalCruised: number; violations: { rule: { name: string }; from: string; to: string }[] };
  modules: { source: string }[];
}

test('dependencies point only downward, and modules are entered by their doors', () => {
  const words = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'src'];
  const out = execFileSync(process.execPath, ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', ...words], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const cruise = JSON.parse(out) as Cruise;
  // Under a compiler it does not know, the cruiser finds no file at all and is content: so the files are counted.
  const seen = new Set(cruise.modules.map(({ source }) => source));
  const unseen = codeFiles.filter((path) => path.startsWith('src/') && !seen.has(path) && !path.includes('/browser/'));
  assert.deepEqual(unseen, []);
  const found = cruise.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  assert.deepEqual(found, []);
});

test('the table of modules has no circle', () => {
  const table = MODULES as Record<string, readonly string[]>;
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    assert.ok(!path.includes(name), `circle: ${[...path, name].join(' → ')}`);
    if (done.has(name)) return;
    for (const next of table[name] ?? []) visit(next, [...path, name]);
    done.add(name);
  };
  for (const name of Object.keys(table)) visit(name, []);
});
