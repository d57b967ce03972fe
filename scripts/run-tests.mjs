/**
 * `npm test`: one database cluster for the whole run, then every test file, each in a process of its own. Words narrow
 * it down to files whose path contains one of them: `npm test -- packs journeys`. `--fast` leaves out whatever starts a
 * whole hall or a browser; `--stores` runs only what tells one PostgreSQL from another (POSTGRES_HOME).
 */
import { spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { findChromium } from '../tests/browser/find-chromium.ts';
import { startTestCluster } from '../tests/cluster.ts';

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isFast = process.argv.includes('--fast');
const isStores = process.argv.includes('--stores');
const TIMEOUT_MS = 480_000;

const SLOW = /^tests\/(browser|start|drills|journeys)\//;
const startsHall = (file) => /startTestHall|startIdentityProvider/.test(readFileSync(file, 'utf8'));
const usesDatabase = (file) => /testDatabase|startTestHall/.test(readFileSync(file, 'utf8'));

const files = ['src/**/*.test.ts', 'tests/**/*.test.ts', 'scripts/**/*.test.ts']
  .flatMap((pattern) => globSync(pattern))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .filter((file) => !isFast || !(SLOW.test(file) || startsHall(file)))
  .filter((file) => !isStores || (!SLOW.test(file) && usesDatabase(file)))
  .sort();
if (files.length === 0) {
  console.error(`no test file matches ${words.join(' ')}`);
  process.exit(1);
}

const isBrowser = (file) => /^tests\/browser\//.test(file);
const environment = { ...process.env, NODE_ENV: 'test' };
if (files.some(isBrowser)) environment.CHROMIUM = await findChromium(console.log);
const cluster = await startTestCluster();
const child = spawn(
  process.execPath,
  ['--test', `--test-timeout=${TIMEOUT_MS}`, '--test-concurrency=2', '--test-reporter=spec', ...files],
  { stdio: 'inherit', env: { ...environment, HALL_TEST_CLUSTER: cluster.adminUrl } },
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
