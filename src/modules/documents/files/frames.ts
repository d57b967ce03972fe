/**
 * How a file's bytes lie on the disk: a header (`SHF1`, seven random bytes), then frames of 64 KiB under AES-256-GCM, each
 * with its own tag. A frame's nonce is the header's random bytes, the frame's number and a mark on the last one, so frames
 * that are changed, exchanged, repeated, left out or cut off do not open. The key belongs to this one file. Reading gives
 * out only what was authenticated, and fails at the first frame that was not.
 * @see Hoang, Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance, STREAM
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Unreadable } from '../errors.ts';

const MAGIC = Buffer.from('SHF1', 'latin1');
const PREFIX_BYTES = 7;
const HEADER_BYTES = MAGIC.length + PREFIX_BYTES;
const FRAME_BYTES = 64 * 1024;
const TAG_BYTES = 16;

/** `source` as it goes to the disk. `key` is `fileKeyOf` this file and of no other. */
export async function* sealFrames(key: Buffer, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const header = Buffer.concat([MAGIC, randomBytes(PREFIX_BYTES)]);
  yield header;
  let index = 0;
  for await (const { bytes, isLast } of cut(source, FRAME_BYTES)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(header, index++, isLast)).setAAD(header);
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

/** What was sealed with `key`. Throws `Unreadable` for anything else. */
export async function* openFrames(key: Buffer, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const { header, rest } = await headOf(source);
  let index = 0;
  for await (const { bytes, isLast } of cut(rest, FRAME_BYTES + TAG_BYTES)) {
    if (bytes.length < TAG_BYTES) throw new Unreadable('a sealed file is cut off');
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(header, index++, isLast), {
      authTagLength: TAG_BYTES,
    })
      .setAAD(header)
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    let plain: Buffer;
    try {
      plain = Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
    } catch (error) {
      throw new Unreadable('a frame of a sealed file does not open', error);
    }
    if (plain.length > 0) yield plain;
  }
}

function nonceOf(header: Buffer, index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  header.copy(nonce, 0, MAGIC.length);
  nonce.writeUInt32BE(index, PREFIX_BYTES);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Pieces of exactly `size` bytes; the last may be shorter or empty, and there is always a last one. */
async function* cut(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<{ bytes: Buffer; isLast: boolean }> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const chunk of source) {
    held.push(chunk);
    length += chunk.length;
    if (length <= size) continue;
    let all = Buffer.concat(held);
    while (all.length > size) {
      yield { bytes: all.subarray(0, size), isLast: false };
      all = all.subarray(size);
    }
    held = [all];
    length = all.length;
  }
  yield { bytes: Buffer.concat(held), isLast: true };
}

/** The header, checked, and a source that goes on behind it. */
async function headOf(source: AsyncIterable<Buffer>): Promise<{ header: Buffer; rest: AsyncIterable<Buffer> }> {
  const iterator = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  while (held.length < HEADER_BYTES) {
    const next = await iterator.next();
    if (next.done) throw new Unreadable('a sealed file is cut off');
    held = Buffer.concat([held, next.value]);
  }
  const header = Buffer.from(held.subarray(0, HEADER_BYTES));
  if (!header.subarray(0, MAGIC.length).equals(MAGIC)) throw new Unreadable('not a sealed file of a known version');
  async function* rest() {
    yield held.subarray(HEADER_BYTES);
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { header, rest: rest() };
}
