import { homedir } from 'node:os';
import { join } from 'node:path';

/** `DATA_DIR`; else `/var/lib/schalterhalle` for root, and a folder of one's own for everybody else. */
export function dataDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.DATA_DIR) return environment.DATA_DIR;
  if (process.getuid?.() === 0) return '/var/lib/schalterhalle';
  return join(environment.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'schalterhalle');
}
