import type { UploadRefusal } from '../files/stored-file.ts';
import { watchOffice } from './office.ts';
import { watchPdf } from './pdf.ts';
import { watchJpeg, watchPng } from './pictures.ts';
import { watchText } from './text.ts';
import { HEAD_BYTES, TAIL_BYTES, type Watch } from './watch.ts';

/** All types that are taken. What a file is called or said to be plays no part. Text comes last: it has no mark. */
const KINDS: readonly ((head: Buffer) => Watch | undefined)[] = [watchPdf, watchPng, watchJpeg, watchOffice, watchText];

/** Finds out what a file is while it streams by, and whether it is taken. */
export interface Inspection {
  /** Undefined until enough was seen. */
  readonly type: string | undefined;
  take(chunk: Buffer): UploadRefusal | undefined;
  end(): UploadRefusal | undefined;
}

export function inspect(): Inspection {
  let head: Buffer = Buffer.alloc(0);
  let watch: Watch | undefined;
  let tail: Buffer[] = [];
  let tailBytes = 0;
  let sizeBytes = 0;
  const decide = (): UploadRefusal | undefined => {
    for (const kind of KINDS) {
      watch = kind(head);
      if (watch) return watch.take?.(head);
    }
    return 'wrong-type';
  };
  const keepTail = (chunk: Buffer) => {
    tail.push(chunk);
    tailBytes += chunk.length;
    if (tailBytes < 2 * TAIL_BYTES) return;
    const end = Buffer.concat(tail).subarray(-TAIL_BYTES);
    tail = [end];
    tailBytes = end.length;
  };
  return {
    get type() {
      return watch?.type;
    },
    take(chunk) {
      sizeBytes += chunk.length;
      keepTail(chunk);
      if (watch) return watch.take?.(chunk);
      head = Buffer.concat([head, chunk]);
      return head.length >= HEAD_BYTES ? decide() : undefined;
    },
    end() {
      if (sizeBytes === 0) return 'empty';
      const early = watch ? undefined : decide();
      return early ?? watch?.end?.(Buffer.concat(tail).subarray(-TAIL_BYTES), sizeBytes);
    },
  };
}
