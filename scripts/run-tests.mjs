/**
 * `npm test`: one database cluster for the whole run, then every test file, each in a process of its own. Words narrow
 * it down to files whose path contains one of them: `npm test -- packs journeys`.
 */
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { startTestCluster } from '../tests/cluster.ts';

const words = process.argv.slice(2);
const TIMEOUT_MS = 180_000;
const files = ['src/**/*.test.ts', 'tests/**/*.test.ts', 'scripts/**/*.test.ts']
  .flatMap((pattern) => globSync(pattern))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort();
if (files.length === 0) {
  console.error(`no test file matches ${words.join(' ')}`);
  process.exit(1);
}

const cluster = await startTestCluster();
const child = spawn(
  process.execPath,
  ['--test', `--test-timeout=${TIMEOUT_MS}`, '--test-concurrency=2', '--test-reporter=spec', ...files],
  { stdio: 'inherit', env: { ...process.env, HALL_TEST_CLUSTER: cluster.adminUrl, NODE_ENV: 'test' } },
);
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    stopping = true;
    child.kill(signal);
  });
child.on('exit', async (code) => {
  await cluster.stop();
  process.exit(stopping ? 130 : (code ?? 1));
});
