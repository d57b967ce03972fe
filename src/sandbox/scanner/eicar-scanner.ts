/**
 * A scanner that knows one thing: the test file that every scanner knows. It looks for it plain, in archives up to five
 * deep, in the streams of PDFs and in base64, so that the ways of real malware can be tried without any.
 * @see https://www.eicar.org/download-anti-malware-testfile/
 */
import { buffer } from 'node:stream/consumers';
import { inflateRawSync, inflateSync } from 'node:zlib';
import type { Finding, Scanner } from '../../modules/documents/index.ts';

/** Put together here, so that no scanner finds this file. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
export const MOST_DEPTH = 5;
const MOST_BYTES = 60 * 1024 * 1024;
const MOST_PIECES = 20_000;

export const eicarScanner = (): Scanner => ({
  scan: async (bytes) => look(await buffer(bytes), { bytes: MOST_BYTES, pieces: MOST_PIECES }, 0),
});

interface Budget {
  bytes: number;
  pieces: number;
}
const CLEAN: Finding = { kind: 'clean' };

function look(bytes: Buffer, budget: Budget, depth: number): Finding {
  if (bytes.includes(EICAR, 0, 'latin1')) return { kind: 'infected', name: 'Eicar-Test-Signature' };
  if (depth > MOST_DEPTH) return { kind: 'unscannable', why: 'archives too deep in one another' };
  let isTooMuch = false;
  for (const { packed, inflate } of piecesOf(bytes)) {
    if (--budget.pieces < 0) return { kind: 'unscannable', why: 'too many parts' };
    const inner = unpack(packed, inflate, budget);
    if (inner === 'too-much') isTooMuch = true;
    if (!Buffer.isBuffer(inner) || inner.length === 0) continue;
    const finding = look(inner, budget, depth + 1);
    if (finding.kind !== 'clean') return finding;
  }
  return isTooMuch ? { kind: 'unscannable', why: 'too large when unpacked' } : CLEAN;
}

type Inflate = (packed: Buffer, options: { maxOutputLength: number; finishFlush?: number }) => Buffer;
interface Piece {
  packed: Buffer;
  /** Undefined: as it is. */
  inflate?: Inflate;
}

function unpack(packed: Buffer, inflate: Inflate | undefined, budget: Budget): Buffer | 'too-much' | undefined {
  try {
    const inner = inflate ? inflate(packed, { maxOutputLength: Math.max(1, budget.bytes), finishFlush: 2 }) : packed;
    budget.bytes -= inner.length;
    return budget.bytes < 0 ? 'too-much' : inner;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-much' : undefined;
  }
}

/** What lies in an archive, a PDF or a text. */
function* piecesOf(bytes: Buffer): Generator<Piece> {
  if (bytes.includes('PK\x03\x04', 0, 'latin1')) yield* entriesOf(bytes);
  if (bytes.subarray(0, 1_024).includes('%PDF-')) yield* streamsOf(bytes);
  if (bytes.length < 30_000_000) yield* base64Of(bytes);
}

/** Entry by entry from the front, whatever the directory at the end claims. */
function* entriesOf(bytes: Buffer): Generator<Piece> {
  for (let at = bytes.indexOf('PK\x03\x04', 0, 'latin1'); at !== -1 && at + 30 <= bytes.length; ) {
    const method = bytes.readUInt16LE(at + 8);
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const given = bytes.readUInt32LE(at + 18);
    const next = bytes.indexOf('PK\x03\x04', start, 'latin1');
    const end = given > 0 ? start + given : next === -1 ? bytes.length : next;
    if (method === 8)
      yield { packed: bytes.subarray(start, Math.min(bytes.length, Math.max(end, start))), inflate: inflateRawSync };
    else yield { packed: bytes.subarray(start, end) };
    at = bytes.indexOf('PK\x03\x04', method === 0 && given > 0 ? end : at + 4, 'latin1');
  }
}

function* streamsOf(bytes: Buffer): Generator<Piece> {
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 6)) {
    let start = at + 6;
    if (bytes[start] === 0x0d) start++;
    if (bytes[start] === 0x0a) start++;
    const end = bytes.indexOf('endstream', start);
    if (end <= start) continue;
    yield { packed: bytes.subarray(start, end), inflate: inflateSync };
    at = end;
  }
}

function* base64Of(bytes: Buffer): Generator<Piece> {
  for (const [run] of bytes.toString('latin1').matchAll(/(?:[A-Za-z0-9+/]{40,76}\r?\n?)+[A-Za-z0-9+/]*={0,2}/g))
    yield { packed: Buffer.from(run.replace(/\s/g, ''), 'base64') };
}
