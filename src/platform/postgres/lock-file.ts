import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The process that `postmaster.pid` names, if it lives and is a PostgreSQL on this very cluster. */
export function livePostmaster(cluster: string): number | undefined {
  const pid = namedPid(cluster);
  return pid !== undefined && isAlive(pid) && worksIn(pid, cluster) ? pid : undefined;
}

/**
 * After a crash (and in a container always) the number in `postmaster.pid` may belong to somebody else by now, and
 * PostgreSQL then refuses to start. The file goes only when no process at all works in the cluster any more:
 * PostgreSQL's processes have it as their working directory, the orphans of a killed postmaster too.
 */
export function clearStaleLockFile(cluster: string): void {
  const pid = namedPid(cluster);
  if (pid === undefined || !isAlive(pid) || process.platform !== 'linux') return;
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  if (processes.some((name) => worksIn(Number(name), cluster))) return;
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function namedPid(cluster: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function worksIn(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return false;
  }
}
