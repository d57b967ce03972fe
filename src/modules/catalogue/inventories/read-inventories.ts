import { join } from 'node:path';
import type { Country } from '../../../platform/i18n/language.ts';
import { createIndexKeeper, type IndexKeeper } from '../search/index-keeper.ts';
import { type Lexicons, readLexicons } from '../search/lexicon.ts';
import { readGermanInventory } from './german-inventory.ts';
import type { Inventory } from './inventory.ts';
import { readSwissInventory } from './swiss-inventory.ts';

/** The lists of all services of a country, and the words by which people look for them: `content/registers`. */
export interface Inventories {
  of(country: Country): Inventory;
  lexicons(): Lexicons;
  /** Lives as long as these: longer than any one state of content. */
  keeper: IndexKeeper;
}

/** Each is read when it is first asked for. Throws `ContentError`. */
export function readInventories(contentDir: string): Inventories {
  const registers = join(contentDir, 'registers');
  const read = { ch: readSwissInventory, de: readGermanInventory };
  const kept = new Map<Country, Inventory>();
  let lexicons: Lexicons | undefined;
  return {
    keeper: createIndexKeeper(),
    of(country) {
      const inventory = kept.get(country) ?? read[country](registers);
      kept.set(country, inventory);
      return inventory;
    },
    lexicons() {
      lexicons ??= readLexicons(registers);
      return lexicons;
    },
  };
}
