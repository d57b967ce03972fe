import { importFiles } from '../modules/packs/index.ts';
import { importRegisters } from '../modules/territory/index.ts';
import type { Settings } from '../platform/config/settings.ts';
import { openDatabase } from '../platform/db/database.ts';

/** Brings registers and content of this release into the database. What is there already is left alone. */
export async function seed(settings: Settings, tell: (line: string) => void): Promise<void> {
  const database = openDatabase({
    url: settings.databaseUrl,
    role: 'hall_owner',
    connections: 1,
    onConnectionError: (error) => tell(`seed: ${error.message}`),
  });
  try {
    await database.transaction({ kind: 'job' }, async (tx) => {
      const places = await importRegisters(tx, settings.contentDir);
      const versions = await importFiles(tx, settings.contentDir, Temporal.Now.instant());
      if (places > 0) tell(`registers: ${places} authorities`);
      if (versions > 0) tell(`content: ${versions} new versions`);
    });
  } finally {
    await database.close();
  }
}
