import { buildCatalogue, type Catalogue, readInventories } from '../modules/catalogue/index.ts';
import { contentRevision, currentVersions, type Published, publish } from '../modules/packs/index.ts';
import {
  type Arrangement,
  loadTerritory,
  type Portal,
  readPortal,
  type Territory,
} from '../modules/territory/index.ts';
import type { Database, Tx } from '../platform/db/database.ts';
import { ANONYMOUS } from '../platform/db/principal.ts';
import type { Logger } from '../platform/log/log.ts';
import { arrangementsOf } from './arrangements.ts';

/** Everything public that is in force, ready to be asked without the database. Never changed, only replaced. */
export interface Snapshot {
  revision: string;
  published: Published;
  territory: Territory;
  arrangements: ReadonlyMap<string, Arrangement>;
  portals: readonly Portal[];
  catalogue: Catalogue;
}

export interface Snapshots {
  current(): Snapshot;
  /** Looks whether content has changed, and if so replaces the snapshot. Returns true when it did. */
  refresh(): Promise<boolean>;
  /** Looks again every `everyMs`, and does `also`; a database that is away is tried again. */
  keepFresh(everyMs: number, onChange: () => void, also: () => Promise<void>): { stop(): void };
}

/** Loads the registers once and content whenever it changes. */
export async function openSnapshots(database: Database, contentDir: string, log: Logger): Promise<Snapshots> {
  const inventories = readInventories(contentDir);
  const territory = await database.transaction(ANONYMOUS, loadTerritory);
  const build = async (tx: Tx): Promise<Snapshot> => {
    const revision = await contentRevision(tx);
    const published = publish(await currentVersions(tx));
    const portals = published
      .keys('portal')
      .map((key) => readPortal(key, published.find('portal', key, key)?.definition ?? {}));
    const arrangements = arrangementsOf(published, portals, territory);
    const catalogue = buildCatalogue({ published, territory, arrangements, portals, inventories });
    return { revision, published, territory, arrangements, portals, catalogue };
  };
  let snapshot = await database.transaction(ANONYMOUS, build);
  const refresh = async () => {
    const fresh = await database.transaction(ANONYMOUS, async (tx) =>
      (await contentRevision(tx)) === snapshot.revision ? undefined : build(tx),
    );
    if (fresh) snapshot = fresh;
    return fresh !== undefined;
  };
  return {
    current: () => snapshot,
    refresh,
    keepFresh(everyMs, onChange, also) {
      const look = async () => {
        if (await refresh()) onChange();
        await also();
      };
      let looking = false;
      const timer = setInterval(() => {
        if (looking) return;
        looking = true;
        look()
          .catch((error: unknown) => log.warn({ err: error }, 'content could not be looked at; trying again'))
          .finally(() => {
            looking = false;
          });
      }, everyMs);
      timer.unref();
      return { stop: () => clearInterval(timer) };
    },
  };
}
