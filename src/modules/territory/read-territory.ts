import { openRegisters } from './registers/read-registers.ts';
import { type Territory, territoryOf } from './territory.ts';

/** The territory as the registers of this release have it, without a database: for checks of content. */
export const readTerritory = (contentDir: string): Territory => territoryOf(openRegisters(contentDir).read());
