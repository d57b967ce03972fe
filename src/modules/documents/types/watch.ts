import type { UploadRefusal } from '../files/stored-file.ts';

/** Looks at a file of one type as it streams by. The first refusal is final. */
export interface Watch {
  type: string;
  take?(chunk: Buffer): UploadRefusal | undefined;
  /** `tail` is the end of the file, at most `TAIL_BYTES`. */
  end?(tail: Buffer, sizeBytes: number): UploadRefusal | undefined;
}

/** So much of the beginning decides what a file is. */
export const HEAD_BYTES = 4_096;
export const TAIL_BYTES = 256 * 1024;

const MARKUP = /<\s*(script|html|svg|iframe|!doctype|\?php|body|object|embed)|javascript:/i;

/** True when a browser that guesses could take these bytes for a page. */
export const looksLikeMarkup = (bytes: Buffer): boolean => MARKUP.test(bytes.toString('latin1', 0, HEAD_BYTES));

const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');

/** True when a ZIP archive ends exactly where the file ends: then the file is one, whatever else it is. */
export function endsAsZip(tail: Buffer): boolean {
  for (let end = tail.length; end > 0; ) {
    const at = tail.subarray(0, end).lastIndexOf(ZIP_END);
    if (at < 0) return false;
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true;
    end = at + 3;
  }
  return false;
}
