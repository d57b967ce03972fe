import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Changes when the same files are read in another way. */
const FORMAT = '1';

/** One hash of every file that `readFiles` may read below `contentDir`, names included. */
export function hashOfFiles(contentDir: string): Buffer {
  const hash = createHash('sha256').update(FORMAT);
  for (const folder of ['services', 'portals'])
    if (existsSync(join(contentDir, folder))) addFolder(hash, contentDir, folder);
  return hash.digest();
}

function addFolder(hash: Hash, contentDir: string, folder: string): void {
  const entries = readdirSync(join(contentDir, folder), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) addFolder(hash, contentDir, path);
    else if (entry.isFile()) {
      const content = readFileSync(join(contentDir, path));
      hash.update(`${path}\n${content.length}\n`).update(content);
    }
  }
}
