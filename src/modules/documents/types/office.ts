import type { UploadRefusal } from '../files/stored-file.ts';
import type { Watch } from './watch.ts';
import { readDirectory } from './zip-directory.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const ODT = 'application/vnd.oasis.opendocument.text';
const MOST_ENTRIES = 2_000;
const MOST_UNPACKED_BYTES = 150 * 1024 * 1024;

/** A text document of Word or LibreOffice; its directory, at the end, says which. Any other archive is refused. */
export function watchOffice(head: Buffer): Watch | undefined {
  if (!head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return undefined;
  const isOdt = head.toString('latin1', 30, 38 + ODT.length) === `mimetype${ODT}`;
  return {
    type: isOdt ? ODT : DOCX,
    end: (tail, sizeBytes) => faultOf(tail, sizeBytes, isOdt ? 'content.xml' : 'word/document.xml'),
  };
}

function faultOf(tail: Buffer, sizeBytes: number, mainPart: string): UploadRefusal | undefined {
  const entries = readDirectory(tail, sizeBytes, MOST_ENTRIES);
  if (entries === undefined) return 'damaged';
  if (!entries.some(({ name }) => name === mainPart)) return 'wrong-type';
  if (entries.some(({ isEncrypted }) => isEncrypted)) return 'encrypted';
  if (entries.some(({ name }) => /(^|\/)(vbaProject\.bin|Basic\/|Scripts\/)|\.\.(\/|$)|^\//i.test(name)))
    return 'suspicious';
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (unpacked > MOST_UNPACKED_BYTES) return 'suspicious';
  const inOrder = entries.toSorted((a, b) => a.offset - b.offset);
  const overlap = inOrder.some((entry, index) => {
    const next = inOrder[index + 1]?.offset ?? sizeBytes;
    return entry.offset + 30 + Buffer.byteLength(entry.name) + entry.packedBytes > next;
  });
  return overlap || inOrder[0]?.offset !== 0 ? 'suspicious' : undefined;
}
