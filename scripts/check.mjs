/**
 * `npm run check`: what a developer runs before each commit, in under a minute. Every finding is an error; the parts run
 * two at a time and all of them are told, not only the first.
 */
import { spawn } from 'node:child_process';

const bin = (name) => `node_modules/${name}`;
const PARTS = [
  ['format and lint', [bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings', '.']],
  ['types', [bin('typescript/bin/tsc'), '--noEmit']],
  ['dead code', [bin('knip/bin/knip.js'), '--no-progress']],
  ['content', ['src/main.ts', 'content:check']],
  ['fast tests', ['scripts/run-tests.mjs', '--fast']],
];

const started = performance.now();
const seconds = (from) => ((performance.now() - from) / 1000).toFixed(1);
const failed = [];

async function run([name, words]) {
  const at = performance.now();
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds(at)} s)`);
  if (code === 0) return;
  failed.push(name);
  console.log(said.split('\n').slice(-80).join('\n'));
}

const waiting = [...PARTS];
const lane = async () => {
  for (let part = waiting.shift(); part; part = waiting.shift()) await run(part);
};
await Promise.all([lane(), lane()]);
console.log(
  failed.length === 0 ? `all well in ${seconds(started)} s` : `${failed.join(', ')} failed; ${seconds(started)} s`,
);
process.exit(failed.length === 0 ? 0 : 1);
