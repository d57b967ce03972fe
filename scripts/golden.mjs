/**
 * `npm run golden`: writes the golden files anew out of what the code does now. Read the diff: that is what they are
 * for. Tests that own a golden file write it when GOLDEN=write is set.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';

const owners = ['src/**/*.test.ts', 'tests/**/*.test.ts']
  .flatMap((pattern) => globSync(pattern))
  .filter((file) => /from '[^']*golden\.ts'/.test(readFileSync(file, 'utf8')));
for (const words of [['scripts/database/dump-schema.ts'], ['scripts/run-tests.mjs', ...owners]]) {
  const { status } = spawnSync(process.execPath, words, { stdio: 'inherit', env: { ...process.env, GOLDEN: 'write' } });
  if (status !== 0) process.exit(status ?? 1);
}
spawnSync('git', ['status', '--short', '--', '*.golden.*', 'db/schema.sql'], { stdio: 'inherit' });
