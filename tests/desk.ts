import { openGround } from '../src/build-ground.ts';
import { buildModules } from '../src/build-modules.ts';
import type { CaseDesk, Cases } from '../src/modules/cases/index.ts';
import { openSnapshots } from '../src/sites/snapshot.ts';
import type { TestHall } from './hall.ts';

/** The counter of `hall` itself, with its keys: what a test puts in there, its pages show. Close it in `after`. */
export async function deskOf(hall: TestHall): Promise<{ cases: Cases; desk: CaseDesk; close(): Promise<void> }> {
  const ground = openGround('serve', hall.settings);
  const snapshots = await openSnapshots(ground.database, hall.settings.contentDir, ground.log);
  const { cases } = buildModules(ground, snapshots, { byHost: false, providersOf: () => [] });
  return {
    cases,
    desk: cases.desk,
    async close() {
      await ground.documents.close();
      await ground.database.close();
    },
  };
}

/** The text of `<main>`, which is what a page says beside what all pages say. */
export const mainOf = async (response: Response): Promise<string> =>
  /<main[\s\S]*<\/main>/.exec(await response.text())?.[0] ?? '';

/** Waits until `look` gives something, at most `patienceMs`. */
export async function waitFor<T>(look: () => Promise<T | undefined | false>, patienceMs = 20_000): Promise<T> {
  const ends = performance.now() + patienceMs;
  while (performance.now() < ends) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('nothing came in time');
}
