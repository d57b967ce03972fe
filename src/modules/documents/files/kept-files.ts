import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { notFound } from '../../../platform/http/failure.ts';
import { askForJob } from '../../../platform/jobs/outbox.ts';
import { boxIn, fileKeyOf } from '../keys/box.ts';
import type { Ref } from '../keys/data-key-store.ts';
import type { KeyProvider } from '../keys/key-provider.ts';
import { openDataKey } from '../keys/open-box.ts';
import type { Disk } from './disk.ts';
import {
  deleteFile,
  type FileFacts,
  type FileRow,
  findFile,
  findFiles,
  insertFile,
  lockOwner,
  refOf,
} from './file-store.ts';
import { openFrames, sealFrames } from './frames.ts';
import { safeName } from './safe-name.ts';
import type { FileKind, StoredFile } from './stored-file.ts';

/** Where files are and what opens them. */
export interface Shelf {
  ring: KeyProvider;
  disk: Disk;
}

/** The files of a draft or case, in the order in which they came; at most 100. */
export async function filesOf(tx: Tx, { ring }: Shelf, ref: Ref): Promise<StoredFile[]> {
  const rows = await findFiles(tx, ref);
  if (rows.length === 0) return [];
  const dataKey = await openDataKey(tx, ring, ref);
  return rows.map((row) => storedFile(row, dataKey));
}

export async function fileById(tx: Tx, { ring }: Shelf, id: string): Promise<StoredFile | undefined> {
  const row = await findFile(tx, id);
  return row && storedFile(row, await openDataKey(tx, ring, refOf(row)));
}

function storedFile(row: FileRow, dataKey: Buffer): StoredFile {
  const facts = boxIn(`file:${row.id}`, dataKey).openJson(row.sealed_facts, 'facts') as FileFacts;
  return {
    id: row.id,
    kind: row.kind,
    name: facts.name,
    type: row.type,
    sizeBytes: Number(row.size_bytes),
    state: row.state,
    storedAt: row.stored_at,
    ...(row.field !== null && { field: row.field }),
    ...(row.reason !== null && { reason: row.reason }),
  };
}

/** The row at once; the bytes once this is committed. */
export async function removeFile(tx: Tx, id: string): Promise<void> {
  if ((await deleteFile(tx, id)) === 1) await askForJob(tx, 'remove-file', { fileId: id });
}

export interface OwnFile {
  id?: string;
  caseId: string;
  kind: Exclude<FileKind, 'upload'>;
  name: string;
  type: string;
  bytes: Buffer;
}

/** Keeps what we made ourselves. If the transaction is not committed, the sweeper takes the bytes away. */
export async function keepFile(tx: Tx, { ring, disk }: Shelf, file: OwnFile): Promise<{ id: string }> {
  const id = file.id ?? newId<'file'>();
  const ref: Ref = { caseId: file.caseId };
  const dataKey = await openDataKey(tx, ring, ref);
  const owner = await lockOwner(tx, ref);
  if (!owner) throw notFound();
  // Whoever was here first has let go of the lock: their bytes are the ones that count, and must not be replaced.
  if (await findFile(tx, id)) throw new Error('a file with this id is kept already');
  await disk.remove(id);
  await disk.write(id, sealFrames(fileKeyOf(dataKey, id), chunksOf(file.bytes)));
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const facts: FileFacts = { name: safeName(file.name, file.type), sha256 };
  await insertFile(tx, {
    id,
    ref,
    personId: owner.person_id,
    kind: file.kind,
    field: null,
    sealedFacts: boxIn(`file:${id}`, dataKey).sealJson(facts, 'facts'),
    type: file.type,
    sizeBytes: file.bytes.length,
    state: 'clean',
  });
  return { id };
}

async function* chunksOf(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** What a file is and its bytes, as they are opened frame by frame. Throws `not-found` unless it is there and clean. */
export async function readFile(
  tx: Tx,
  { ring, disk }: Shelf,
  id: string,
): Promise<{ name: string; type: string; sizeBytes: number; bytes: Readable }> {
  const row = await findFile(tx, id);
  if (row?.state !== 'clean') throw notFound();
  const dataKey = await openDataKey(tx, ring, refOf(row));
  const { name, type, sizeBytes } = storedFile(row, dataKey);
  return { name, type, sizeBytes, bytes: bytesOf(disk, dataKey, id) };
}

/** Clear bytes of a file, whatever its state: for the scan, and for `readFile`. */
export const bytesOf = (disk: Disk, dataKey: Buffer, id: string): Readable =>
  Readable.from(openFrames(fileKeyOf(dataKey, id), disk.read(id)), { objectMode: false });
