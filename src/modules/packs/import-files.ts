import { idOfKey } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/db/database.ts';
import { hashOfFiles } from './hash-of-files.ts';
import { currentVersions, importedHash, insertVersion, keepImportedHash } from './pack-store.ts';
import { readFiles } from './read-files.ts';
import { hashOfDefinition, type Version } from './version.ts';

/**
 * Imports `contentDir`: what differs from the newest version becomes the next one, what is gone is withdrawn, what is
 * the same stays. Returns how many versions were written: none, without reading further, when the files are those that
 * were imported last.
 */
export async function importFiles(tx: Tx, contentDir: string, at: Temporal.Instant): Promise<number> {
  const hash = hashOfFiles(contentDir);
  if ((await importedHash(tx))?.equals(hash)) return 0;
  const newest = new Map(
    (await currentVersions(tx))
      .filter((version) => version.origin === 'files')
      .map((version) => [nameOf(version), version]),
  );
  let written = 0;
  for (const pack of readFiles(contentDir)) {
    const before = newest.get(nameOf(pack));
    newest.delete(nameOf(pack));
    if (before && !before.withdrawn && before.hash.equals(hashOfDefinition(pack.definition))) continue;
    await insertVersion(
      tx,
      { ...pack, origin: 'files', number: (before?.number ?? 0) + 1, authorityId: authorityOf(pack.scope) },
      at,
    );
    written++;
  }
  for (const gone of newest.values()) {
    if (gone.withdrawn) continue;
    await insertVersion(tx, { ...withoutAuthor(gone), number: gone.number + 1, withdrawn: true }, at);
    written++;
  }
  await keepImportedHash(tx, hash);
  return written;
}

const nameOf = ({ kind, key, scope }: { kind: string; key: string; scope: string }) => `${kind} ${key} ${scope}`;
const authorityOf = (scope: string) => (scope.startsWith('authority:') ? idOfKey<'authority'>(scope) : null);

function withoutAuthor({ kind, key, scope, origin, basedOn, authorityId, definition }: Version) {
  return { kind, key, scope, origin, basedOn, authorityId, definition };
}
