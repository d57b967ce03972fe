import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** The files of the project as git knows them (not yet committed ones too), relative to its root. */
export const projectFiles: readonly string[] = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(path));

export const codeFiles = projectFiles.filter(
  (path) => /^(src|tests|scripts|benchmarks)\//.test(path) && /\.(ts|mjs)$/.test(path),
);

export const linesOf = (path: string): string[] => readFileSync(path, 'utf8').split('\n');
