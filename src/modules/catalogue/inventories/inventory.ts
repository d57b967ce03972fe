import type { Language } from '../../../platform/i18n/language.ts';
import type { Audience, Level } from '../service.ts';

/** What an inventory knows of a service: names and keys, no prose. */
export interface Listed {
  key: string;
  level: Level;
  isLevelOpen: boolean;
  audience: readonly Audience[];
  situations: readonly string[];
  title: Partial<Record<Language, string>>;
  synonyms: Partial<Record<Language, readonly string[]>>;
  ozg?: string;
  entries: readonly Entry[];
}

/** An entry of the German LeiKa. `key` is empty where the catalogue says that it has none. */
export interface Entry {
  key: string;
  name: string;
  /** LeiKa type: who makes the rules / who carries them out. */
  type: string;
  /** Everyday words for it. */
  synonyms: readonly string[];
}

export interface ListedSituation {
  key: string;
  audience: readonly Audience[];
  icon?: string;
  title: Partial<Record<Language, string>>;
  summary: Partial<Record<Language, string>>;
  /** The subject field that it belongs to (German inventory). */
  field?: Partial<Record<Language, string>>;
}

export interface Inventory {
  services: readonly Listed[];
  situations: readonly ListedSituation[];
  /** Entries that belong to no service of the inventory. */
  loose: readonly Entry[];
}
