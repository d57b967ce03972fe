import { readFileSync } from 'node:fs';
import { childrenOf, postgresProcesses } from '../../../benchmarks/processes.ts';
import type { WholeHall } from '../../start/whole-hall.ts';

export const TARGETS = ['serve', 'work', 'database'] as const;
export type Target = (typeof TARGETS)[number];

const COMMANDS: Record<Target, RegExp> = {
  serve: /main\.ts serve$/,
  work: /main\.ts work$/,
  database: /postgres/,
};

/** The processes of `target` as they are now: for the database its whole group, not only the postmaster. */
export const processesOf = (hall: WholeHall, target: Target): number[] =>
  target === 'database'
    ? postgresProcesses(hall.cluster)
    : childrenOf(hall.supervisor.pid ?? 0)
        .filter(({ command }) => COMMANDS[target].test(command))
        .map(({ pid }) => pid);

/** Kills them, each only when its command line is what it should be. Returns how many were hit. */
export function killNow(target: Target, pids: readonly number[]): number {
  let hit = 0;
  for (const pid of pids) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      if (!COMMANDS[target].test(command)) continue;
      process.kill(pid, 'SIGKILL');
      hit++;
    } catch {
      // It ended by itself in the meantime.
    }
  }
  return hit;
}
