import type { Tx } from '../../platform/db/database.ts';
import { type Territory, territoryOf } from './territory.ts';
import { allAuthorities } from './territory-store.ts';

/** The whole territory, out of the database. A second's work for a start, and none afterwards. */
export const loadTerritory = async (tx: Tx): Promise<Territory> => territoryOf(await allAuthorities(tx));
