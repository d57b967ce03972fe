import type { Language } from '../../platform/i18n/language.ts';
import type { Municipality } from '../territory/index.ts';
import type { Entry } from './inventories/inventory.ts';
import type { SearchAnswer } from './search/answer.ts';
import type { Service, Situation } from './service.ts';
import type { ServiceAt } from './service-at.ts';

/** All services of all portals, answered from memory. */
export interface Catalogue {
  /** What `portal` shows, by key. */
  services(portal: string): readonly Service[];
  service(portal: string, key: string): Service | undefined;
  /** Merged for the place. Throws `not-found` for a key that the portal does not have. */
  at(portal: string, key: string, municipality?: Municipality): ServiceAt;
  /** The LeiKa entries inside a service of the German inventory. */
  entries(portal: string, key: string): readonly Entry[];
  situations(portal: string): readonly Situation[];
  /** Described ones first. */
  inSituation(portal: string, situation: string): readonly Service[];
  /** Makes the indexes of all portals now, one after the other between requests, so that nobody waits for them. */
  warm(): void;
  search(portal: string, language: Language, typed: string, municipality?: Municipality): SearchAnswer;
}
