import { join } from 'node:path';
import { readFiles } from '../modules/packs/index.ts';
import { readPortal } from '../modules/territory/index.ts';
import type { Settings } from '../platform/config/settings.ts';
import { routes as urls } from '../routes.ts';
import { rootOf } from '../sites/root-of.ts';

/** What `npm start` says once everything runs: where to go, and who one can be there. */
export async function welcome(settings: Settings, tell: (line: string) => void): Promise<void> {
  const portals = readFiles(settings.contentDir).filter(({ kind }) => kind === 'portal');
  tell('');
  tell(`  Schalterhalle   ${settings.publicOrigin}${urls.platform.portals}`);
  for (const { key, definition } of portals) {
    const names = Object.values((definition.name ?? {}) as Record<string, string>);
    const { root, host } = rootOf(readPortal(key, definition), settings.production);
    tell(`    ${(names[0] ?? key).padEnd(28)}${host ? `https://${host}` : settings.publicOrigin}${root}/`);
  }
  if (settings.production) return;
  const { seededPeople, seededStaff, nameOf } = await import('../sandbox.ts');
  const person = seededPeople[0];
  tell('');
  tell('  Sign in without a password, by choosing somebody:');
  if (person) tell(`    ${'person'.padEnd(28)}${nameOf(person)}`);
  const told = new Set<string>();
  for (const member of seededStaff) {
    if (told.has(member.role)) continue;
    told.add(member.role);
    tell(`    ${member.role.padEnd(28)}${nameOf(member)}${member.authority ? `, ${member.authority}` : ''}`);
  }
  tell('');
  tell(`  Sent mail       ${settings.publicOrigin}${urls.platform.outbox}`);
  tell(`  Data            ${join(settings.dataDir)}`);
  tell('  Ctrl-C ends it all.');
}
