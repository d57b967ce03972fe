import { makeMissingKeys } from '../modules/documents/index.ts';
import { readFiles } from '../modules/packs/index.ts';
import { readPortal, readTerritory } from '../modules/territory/index.ts';
import { readSettings } from '../platform/config/settings.ts';
import { HallFailure } from '../platform/http/failure.ts';
import { dataDirectory } from './data-directory.ts';

/**
 * Makes the keys that are missing in `KEY_DIR`: in production none is ever made by accident, so this is how they come to
 * be, once before the first start and again when a portal or an authority has come. Nothing that is there is replaced.
 */
export async function run(): Promise<void> {
  if (!process.env.KEY_DIR)
    throw new HallFailure('setting-missing', 500, 'KEY_DIR is not set; it says where the keys are to lie');
  const { keyDir, contentDir } = readSettings(process.env, dataDirectory(), '');
  const territory = readTerritory(contentDir);
  const ids = new Set<string>();
  for (const { kind, key, definition } of readFiles(contentDir)) {
    if (kind !== 'portal') continue;
    const { country, region } = readPortal(key, definition);
    for (const filter of [
      { country, region },
      { country, kind: 'federation' as const },
    ])
      for (const { id } of territory.authorities(filter)) ids.add(id);
  }
  const made = makeMissingKeys(keyDir, [...ids]);
  console.log(`${made} keys made in ${keyDir}, ${ids.size + 1 - made} were there. Keep a copy apart from the backups.`);
}
