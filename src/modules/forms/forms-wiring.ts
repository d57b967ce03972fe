import type { Catalogue } from '../catalogue/index.ts';
import type { Documents } from '../documents/index.ts';
import type { Identity, Limiter, SendMail, Visit } from '../identity/index.ts';
import type { Published } from '../packs/index.ts';
import type { Municipality, Portal, Territory } from '../territory/index.ts';

/** What the module needs of the others; wired in `build.ts`. */
export interface FormsWiring {
  /** What is in force now. */
  snapshot(): {
    catalogue: Pick<Catalogue, 'at' | 'service'>;
    territory: Pick<Territory, 'municipality'>;
    published: Pick<Published, 'version'>;
  };
  /** The municipality that the visitor has chosen. */
  placeOf(visit: Visit): Municipality | undefined;
  documents: Documents;
  identity: Pick<Identity, 'profileOf' | 'emailCodes'>;
  limiter: Limiter;
  sendMail: SendMail;
  /** Where a portal begins, for whoever is not on it: `https://my.example.ch`. */
  addressOf?(portal: Portal): string;
  /** What people call the provider with this key. */
  sourceName?(visit: Visit, source: string): string;
}
