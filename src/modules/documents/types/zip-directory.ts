/** One entry as the directory at the end of a ZIP archive tells it; it may lie. @see APPNOTE.TXT §4.3.12 */
export interface ZipEntry {
  name: string;
  offset: number;
  packedBytes: number;
  unpackedBytes: number;
  /** 0 stored, 8 deflated. */
  method: number;
  isEncrypted: boolean;
}

const END_MARK = Buffer.from('PK\x05\x06', 'latin1');

/**
 * The directory of an archive of `sizeBytes` that ends with `tail`. Undefined when there is none, it does not lie within
 * `tail`, it has more than `most` entries, or it is one of the large kind (ZIP64), which no text document needs.
 */
export function readDirectory(tail: Buffer, sizeBytes: number, most: number): ZipEntry[] | undefined {
  const end = tail.lastIndexOf(END_MARK);
  if (end < 0 || end + 22 > tail.length || end + 22 + tail.readUInt16LE(end + 20) !== tail.length) return undefined;
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  let at = tail.readUInt32LE(end + 16) - (sizeBytes - tail.length);
  if (count > most || at < 0 || at + length !== end) return undefined;
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || tail.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameBytes = tail.readUInt16LE(at + 28);
    entries.push({
      isEncrypted: (tail.readUInt16LE(at + 8) & 1) === 1,
      method: tail.readUInt16LE(at + 10),
      packedBytes: tail.readUInt32LE(at + 20),
      unpackedBytes: tail.readUInt32LE(at + 24),
      offset: tail.readUInt32LE(at + 42),
      name: tail.toString('utf8', at + 46, at + 46 + nameBytes),
    });
    at += 46 + nameBytes + tail.readUInt16LE(at + 30) + tail.readUInt16LE(at + 32);
  }
  return at === end ? entries : undefined;
}
