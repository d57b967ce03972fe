import type { Tx } from '../../../platform/db/database.ts';
import { isMunicipality } from '../authority.ts';
import { clearLocalities, importedHash, keepHash, writeAuthorities, writeLocalities } from '../territory-store.ts';
import { openRegisters } from './read-registers.ts';

const REGISTER = 'authorities';

/**
 * Brings the registers of this release into the database, as hall_owner. Returns how many authorities were written: none
 * when these registers were imported already.
 */
export async function importRegisters(tx: Tx, contentDir: string): Promise<number> {
  const registers = openRegisters(contentDir);
  if ((await importedHash(tx, REGISTER))?.equals(registers.hash)) return 0;
  const authorities = registers.read();
  await writeAuthorities(tx, authorities);
  await clearLocalities(tx);
  await writeLocalities(tx, authorities.filter(isMunicipality));
  await keepHash(tx, REGISTER, registers.hash);
  return authorities.length;
}
