import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Manifest {
  dependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const groups = [manifest.dependencies, manifest.optionalDependencies, manifest.devDependencies];

test('each direct dependency has its line of reason, and each line its dependency', () => {
  const page = readFileSync('docs/dependencies.md', 'utf8');
  const explained = [...page.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, name]) => name as string);
  assert.deepEqual(explained.sort(), groups.flatMap((group) => Object.keys(group)).sort());
});

test('each version is exact: what was tried is what is installed', () => {
  const loose = groups.flatMap((group) =>
    Object.entries(group).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
  );
  assert.deepEqual(loose, []);
});

test('there are at most 40 direct dependencies at run time and at most 400 packages in all', () => {
  assert.ok(Object.keys(manifest.dependencies).length + 2 <= 40);
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, unknown> };
  const installed = Object.keys(lock.packages).filter((path) => path !== '' && existsSync(path));
  assert.ok(installed.length <= 400, `${installed.length} packages`);
});
