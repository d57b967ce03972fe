/** Files made for tests: small, whole, and of one type each. */
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export const pdf = (body: string | Buffer = '', end = '%%EOF\n'): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'), Buffer.from(body), Buffer.from(`\n${end}`)]);

export const pdfWithStream = (content: string | Buffer): Buffer => {
  const packed = deflateSync(content);
  return pdf(
    Buffer.concat([
      Buffer.from(`1 0 obj\n<</Length ${packed.length}/Filter/FlateDecode>>\nstream\n`),
      packed,
      Buffer.from('\nendstream\nendobj'),
    ]),
  );
};

export function png(width = 4, height = 4, behind: Buffer = Buffer.alloc(0)): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = width * height > 1e6 ? Buffer.alloc(10) : Buffer.alloc((width + 1) * height);
  const mark = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    mark,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
    behind,
  ]);
}

export function jpeg(width = 8, height = 8, comment = 'a'.repeat(70_00), behind: Buffer = Buffer.alloc(0)): Buffer {
  const segment = (marker: number, data: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
  };
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xfe, Buffer.from(comment)),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0x34, 0xff, 0xd9]),
    behind,
  ]);
}

export type Entry = [
  name: string,
  content: Buffer | string,
  more?: { isStored?: boolean; flags?: number; claims?: number },
];

export function zip(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, given, more = {}] of entries) {
    const content = Buffer.from(given);
    const packed = more.isStored ? content : deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(more.flags ?? 0, 6);
    local.writeUInt16LE(more.isStored ? 0 : 8, 8);
    local.writeUInt32LE(crc32(content), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(more.claims ?? content.length, 22);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    local.copy(central, 8, 6, 30);
    central.writeUInt16LE(0, 30);
    central.writeUInt32LE(offset, 42);
    directory.push(central, Buffer.from(name));
    const part = Buffer.concat([local, Buffer.from(name), packed]);
    parts.push(part);
    offset += part.length;
  }
  const end = Buffer.alloc(22);
  const central = Buffer.concat(directory);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

export const docx = (more: readonly Entry[] = []): Buffer =>
  zip([['[Content_Types].xml', '<Types/>'], ['word/document.xml', '<w:document/>'], ...more]);

export const odt = (): Buffer =>
  zip([
    ['mimetype', 'application/vnd.oasis.opendocument.text', { isStored: true }],
    ['content.xml', '<office:document-content/>'],
  ]);

/** EICAR in `depth` archives around one another. */
export const nested = (depth: number): Buffer =>
  depth === 0 ? Buffer.from(EICAR) : zip([['inner.zip', nested(depth - 1)]]);
