import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HallFailure } from '../http/failure.ts';

/** What a backup holds, and the checksum of each of its files: whoever restores it knows that it is whole. */
export interface Manifest {
  format: 1;
  at: string;
  /** Number of the newest migration. */
  schema: number;
  /** Rows by table. */
  tables: Record<string, number>;
  /** sha256 (hex) by path below the backup's folder. */
  files: Record<string, string>;
}

export const hashOfFile = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

export const writeManifest = (folder: string, manifest: Manifest): void =>
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`, { flush: true });

/** The manifest of the backup in `folder`, every file of it compared. Throws `backup-unfit`. */
export function readManifest(folder: string): Manifest {
  const manifest = parse(folder);
  if (manifest.format !== 1) throw unfit(`format ${manifest.format} is not known`);
  for (const [path, hash] of Object.entries(manifest.files)) {
    let found: string;
    try {
      found = hashOfFile(join(folder, path));
    } catch (error) {
      throw unfit(`${path} is missing`, error);
    }
    if (found !== hash) throw unfit(`${path} is not as it was written`);
  }
  return manifest;
}

function parse(folder: string): Manifest {
  try {
    return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  } catch (error) {
    throw unfit(`there is no readable manifest.json in ${folder}; was the backup finished?`, error);
  }
}

export const unfit = (detail: string, cause?: unknown): HallFailure =>
  new HallFailure('backup-unfit', 500, detail, cause);
