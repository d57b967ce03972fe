import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, opendir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { isId } from '../../../platform/crypto/ids.ts';
import { StorageAway } from '../errors.ts';

/** Where sealed bytes lie: `dataDir/files/<last two letters of the id>/<id>`, whole or not at all. */
export interface Disk {
  /** Returns once the bytes are safe from a loss of power. Throws `StorageAway` when the disk can't, and leaves nothing. */
  write(id: string, bytes: AsyncIterable<Buffer>): Promise<void>;
  /** The stream fails with ENOENT when there is nothing. */
  read(id: string): ReadStream;
  /** Removing what is not there is done, too. */
  remove(id: string): Promise<void>;
  /** Ids of files that were last written before `before`. */
  olderThan(before: Date): AsyncIterable<string>;
}

export function diskAt(dataDir: string): Disk {
  const root = join(dataDir, 'files');
  const folderOf = (id: string) => {
    if (!isId(id)) throw new Error('not the id of a file');
    return join(root, id.slice(-2));
  };
  const pathOf = (id: string) => join(folderOf(id), id);
  return {
    async write(id, bytes) {
      await onDisk(async () => {
        if (await mkdir(folderOf(id), { recursive: true, mode: 0o700 })) await syncFolder(root);
      });
      const file = await onDisk(() => open(pathOf(id), 'wx', 0o600));
      try {
        for await (const chunk of bytes) await onDisk(() => file.writeFile(chunk));
        await onDisk(() => file.sync());
      } catch (error) {
        await file.close().catch(() => undefined);
        await unlink(pathOf(id)).catch(() => undefined);
        throw error;
      }
      await onDisk(() => file.close());
      await onDisk(() => syncFolder(folderOf(id)));
    },
    read: (id) => createReadStream(pathOf(id), { highWaterMark: 128 * 1024 }),
    async remove(id) {
      await unlink(pathOf(id)).catch(ignoreMissing);
    },
    async *olderThan(before) {
      for await (const folder of entriesOf(root))
        for await (const id of entriesOf(join(root, folder))) {
          if (!isId(id)) continue;
          const found = await stat(join(root, folder, id)).catch(ignoreMissing);
          if (found && found.mtime < before) yield id;
        }
    },
  };
}

async function* entriesOf(folder: string): AsyncGenerator<string> {
  const found = await opendir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (found) for await (const entry of found) yield entry.name;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The disk's own faults, told apart from those of who sends the bytes. */
async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new StorageAway((error as NodeJS.ErrnoException).code ?? 'disk', error);
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
