/**
 * Runs before `npm start` and `npm test`, under whatever Node the machine has: plain JavaScript, nothing imported that
 * is not built in. Installs what the lock file names, once for each lock file; afterwards it costs milliseconds.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const mark = join(root, 'node_modules', '.installed-lock');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const installed = existsSync(mark) ? readFileSync(mark, 'utf8') : '';

if (installed !== wanted) {
  console.log('Installing what is missing (once, less than a minute) …');
  // Every optional package stands for a platform; the ones for others are left out by npm itself.
  const words = [
    'install',
    '--no-save',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, words, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(
      `npm install did not end well${error ? `: ${error.message}` : ''}. Is a package registry reachable? Then run this again.`,
    );
    process.exit(1);
  }
  if (!existsSync(join(root, 'node_modules', '.bin', 'node'))) {
    console.error(
      `There is no Node 26 for ${process.platform}-${process.arch} among the packages. Install Node 26 yourself and run: node src/main.ts start`,
    );
    process.exit(1);
  }
  writeFileSync(mark, wanted);
}
