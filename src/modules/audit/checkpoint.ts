import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Head } from './audit-store.ts';

/** What a chain looked like at a moment, outside the database: whoever cuts off its tail later is found out. */
export interface Checkpoint {
  at: string;
  heads: { chain: string; number: string; hash: string }[];
  /** Hash of the line before, so that lines can't be taken out either. */
  before: string;
  signature: string;
}

/** The key that signs checkpoints; made on first use in development. Operators keep theirs apart from the database. */
export function checkpointKey(keyDir: string): KeyObject {
  const path = join(keyDir, 'audit-checkpoint.pem');
  if (!existsSync(path)) {
    mkdirSync(keyDir, { recursive: true, mode: 0o700 });
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  }
  return createPrivateKey(readFileSync(path));
}

/**
 * Appends a signed checkpoint to `path`. Heads are `chain → head`: all, or those that have moved since the last one. The
 * file grows for years, so of what is there only the last line is read.
 */
export function writeCheckpoint(
  path: string,
  key: KeyObject,
  at: Temporal.Instant,
  heads: ReadonlyMap<string, Head>,
): Checkpoint {
  const last = lastOf(path);
  const body = {
    at: at.toString(),
    heads: [...heads]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([chain, head]) => ({
        chain,
        number: String(head.number),
        hash: head.hash.toString('hex'),
      })),
    before: last ? hashOfLine(last) : '',
  };
  const checkpoint: Checkpoint = {
    ...body,
    signature: sign(null, Buffer.from(JSON.stringify(body)), key).toString('base64'),
  };
  mkdirSync(dirname(path), { recursive: true });
  appendFileSync(path, `${JSON.stringify(checkpoint)}\n`, { mode: 0o600 });
  return checkpoint;
}

/** Signs heads that have moved since it last did so, all of them the first time: a quiet night adds nothing to the file. */
export function checkpointWriter(path: string, keyDir: string) {
  const signed = new Map<string, string>();
  const nameOf = ({ number, hash }: Head) => `${number} ${hash.toString('hex')}`;
  return (at: Temporal.Instant, heads: ReadonlyMap<string, Head>): void => {
    const moved = [...heads].filter(([chain, head]) => signed.get(chain) !== nameOf(head));
    if (moved.length === 0) return;
    writeCheckpoint(path, checkpointKey(keyDir), at, new Map(moved));
    for (const [chain, head] of moved) signed.set(chain, nameOf(head));
  };
}

export function readCheckpoints(path: string): Checkpoint[] {
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  const checkpoints: Checkpoint[] = [];
  let begin = 0;
  for (let end = bytes.indexOf('\n'); end !== -1; end = bytes.indexOf('\n', begin)) {
    if (end > begin) checkpoints.push(JSON.parse(bytes.toString('utf8', begin, end)) as Checkpoint);
    begin = end + 1;
  }
  return checkpoints;
}

const TAIL_BYTES = 64 * 1024;

/** The last checkpoint. Half a line behind it was torn off by a full disk or a crash: it says nothing and is cut off. */
function lastOf(path: string): Checkpoint | undefined {
  if (!existsSync(path)) return undefined;
  const file = openSync(path, 'r+');
  try {
    const { size } = fstatSync(file);
    for (let length = TAIL_BYTES; ; length *= 4) {
      const tail = Buffer.alloc(Math.min(length, size));
      readSync(file, tail, 0, tail.length, size - tail.length);
      const end = tail.lastIndexOf('\n');
      const before = end > 0 ? tail.lastIndexOf('\n', end - 1) : -1;
      if (before === -1 && tail.length < size) continue;
      if (end + 1 < tail.length) ftruncateSync(file, size - tail.length + end + 1);
      return end === -1 ? undefined : (JSON.parse(tail.toString('utf8', before + 1, end)) as Checkpoint);
    }
  } finally {
    closeSync(file);
  }
}

/** Numbers (from 1) of the lines whose signature or order is wrong. */
export function brokenCheckpoints(checkpoints: readonly Checkpoint[], key: KeyObject): number[] {
  const publicKey = createPublicKey(key);
  let before = '';
  return checkpoints.flatMap((checkpoint, index) => {
    const { signature, ...body } = checkpoint;
    const isGood =
      body.before === before &&
      verify(null, Buffer.from(JSON.stringify(body)), publicKey, Buffer.from(signature, 'base64'));
    before = hashOfLine(checkpoint);
    return isGood ? [] : [index + 1];
  });
}

const hashOfLine = (checkpoint: Checkpoint): string =>
  createHash('sha256').update(JSON.stringify(checkpoint)).digest('hex');
