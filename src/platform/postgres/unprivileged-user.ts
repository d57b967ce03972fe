import { readFileSync } from 'node:fs';

export interface SystemUser {
  name: string;
  uid: number;
  gid: number;
}

/**
 * Who runs PostgreSQL: it refuses root, and its user must stand in the passwd file. Not root: ourselves (undefined).
 * Root: `postgres` if there is one, else `nobody`.
 */
export function unprivilegedUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  return users.find((user) => user.name === 'postgres') ?? users.find((user) => user.name === 'nobody');
}
