import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Database, Tx } from '../../../platform/db/database.ts';
import type { Principal } from '../../../platform/db/principal.ts';
import { HallFailure, notFound } from '../../../platform/http/failure.ts';
import { askForJob } from '../../../platform/jobs/outbox.ts';
import { StorageAway } from '../errors.ts';
import { boxIn, fileKeyOf } from '../keys/box.ts';
import { idsOf, type Ref } from '../keys/data-key-store.ts';
import type { KeyProvider } from '../keys/key-provider.ts';
import { openDataKey } from '../keys/open-box.ts';
import { inspect } from '../types/inspect.ts';
import type { Disk } from './disk.ts';
import { type FileFacts, findFiles, insertFile, lockOwner, type NewFile } from './file-store.ts';
import { sealFrames } from './frames.ts';
import { safeName } from './safe-name.ts';
import type { Received, StoredFile, UploadRefusal } from './stored-file.ts';

export interface Quarantine {
  ring: KeyProvider;
  disk: Disk;
  mostBytes: number;
}
export type Upload = Ref & { field: string; fileName: string; stream: Readable };

/** For one draft or case. */
export const MOST_FILES = 40;
/** Beyond a limit so much more is read, so that the answer arrives; what is larger is cut off. */
const DRAIN_BYTES = 1024 * 1024;
const DRAIN_MS = 5_000;

/**
 * Streams an upload into quarantine: counted, typed by its content and sealed while it comes, never in clear on the disk.
 * The row is written when the bytes are safe; bytes without a row are swept.
 */
export async function receiveUpload(
  quarantine: Quarantine,
  database: Database,
  principal: Principal,
  upload: Upload,
): Promise<Received> {
  const { ring, disk } = quarantine;
  const ref: Ref = upload.draftId === undefined ? { caseId: upload.caseId } : { draftId: upload.draftId };
  const opened = await database.transaction(principal, async (tx) => ({
    dataKey: await openDataKey(tx, ring, ref),
    count: (await findFiles(tx, ref)).length,
  }));
  if (opened.count >= MOST_FILES) return refuse('too-many', upload.stream);
  const id = newId<'file'>();
  const seen = look(upload.stream, quarantine.mostBytes);
  try {
    await disk.write(id, sealFrames(fileKeyOf(opened.dataKey, id), seen.bytes));
  } catch (error) {
    if (error instanceof Refused) return refuse(error.reason, upload.stream);
    await drain(upload.stream);
    if (error instanceof StorageAway) throw error;
    throw new HallFailure('upload-broken', 400, 'the upload ended before its end', error);
  }
  const { type, sizeBytes, sha256 } = seen.found();
  const facts: FileFacts = { name: safeName(upload.fileName, type), sha256 };
  const sealedFacts = boxIn(`file:${id}`, opened.dataKey).sealJson(facts, 'facts');
  try {
    const file = await database.transaction(principal, (tx) =>
      fileUnder(tx, ref, { id, field: upload.field, type, sizeBytes, sealedFacts }),
    );
    return { kind: 'stored', file: { ...file, name: facts.name } };
  } catch (error) {
    await disk.remove(id);
    if (error instanceof Refused) return { kind: 'refused', reason: error.reason, isCutOff: false };
    throw error;
  }
}

type Fresh = Pick<NewFile, 'id' | 'type' | 'sizeBytes' | 'sealedFacts'> & { field: string };

/** The row of a file whose bytes are safe, and the scan that is to follow. */
async function fileUnder(tx: Tx, ref: Ref, fresh: Fresh): Promise<Omit<StoredFile, 'name'>> {
  const owner = await lockOwner(tx, ref);
  if (!owner) throw notFound();
  if (ref.draftId !== undefined && owner.case_id !== null) throw new Refused('closed');
  if ((await findFiles(tx, ref)).length >= MOST_FILES) throw new Refused('too-many');
  await insertFile(tx, { ...fresh, ref, personId: owner.person_id, kind: 'upload', state: 'quarantined' });
  await askForJob(tx, 'scan-file', { fileId: fresh.id, ...idsOf(ref) });
  const { sealedFacts: _, ...file } = fresh;
  return { ...file, kind: 'upload', state: 'quarantined', storedAt: new Date() };
}

/** Ends the stream of bytes from within. */
class Refused extends Error {
  readonly reason: UploadRefusal;
  constructor(reason: UploadRefusal) {
    super(reason);
    this.reason = reason;
  }
}

/** The bytes of `stream`, looked at one by one; `found` is known once they have all come. */
function look(stream: Readable, mostBytes: number) {
  const inspection = inspect();
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const refuseFor = (reason: UploadRefusal | undefined) => {
    if (reason) throw new Refused(reason);
  };
  async function* bytes(): AsyncGenerator<Buffer> {
    for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      sizeBytes += chunk.length;
      if (sizeBytes > mostBytes) refuseFor('too-large');
      refuseFor(inspection.take(chunk));
      hash.update(chunk);
      yield chunk;
    }
    refuseFor(inspection.end());
  }
  const found = () => ({ type: inspection.type ?? '', sizeBytes, sha256: hash.digest('hex') });
  return { bytes: bytes(), found };
}

async function refuse(reason: UploadRefusal, stream: Readable): Promise<Received> {
  return { kind: 'refused', reason, isCutOff: !(await drain(stream)) };
}

/** Reads on for a little; true when the stream has come to its end. What is much longer is destroyed. */
async function drain(stream: Readable): Promise<boolean> {
  let left = DRAIN_BYTES;
  const timer = setTimeout(() => stream.destroy(), DRAIN_MS);
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      left -= chunk.length;
      if (left < 0) break;
    }
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
  if (!stream.readableEnded) stream.destroy();
  return stream.readableEnded;
}
