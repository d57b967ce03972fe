import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HallFailure } from '../http/failure.ts';
import type { SystemUser } from './unprivileged-user.ts';

/** Where one PostgreSQL keeps its data and its socket. */
export interface PostgresFolders {
  cluster: string;
  socket: string;
}

/** The folders below `dataDir`, made where they are missing, owned by `user`. Throws `folder-closed`. */
export function makeFolders(dataDir: string, user: SystemUser | undefined): PostgresFolders {
  const folders = { cluster: join(dataDir, 'cluster'), socket: socketFolder(dataDir) };
  for (const folder of [dataDir, folders.socket]) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o700);
    if (user) chownSync(folder, user.uid, user.gid);
  }
  if (user) assertReachable(dataDir, user);
  return folders;
}

/** A socket's path ends at 107 bytes, so a long data directory gets a short place of its own. */
function socketFolder(dataDir: string): string {
  const near = join(dataDir, 'run');
  if (Buffer.byteLength(near) < 85) return near;
  return join(tmpdir(), `hall-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`);
}

function assertReachable(folder: string, user: SystemUser): void {
  const tried = spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { uid: user.uid, gid: user.gid, cwd: '/' });
  if (tried.status === 0) return;
  throw new HallFailure(
    'folder-closed',
    500,
    `PostgreSQL refuses to run as root, so it runs as «${user.name}», who can't enter ${folder}. Set DATA_DIR to a folder below one that everybody may enter, e.g. /var/lib/schalterhalle`,
  );
}
