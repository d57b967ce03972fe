import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** Appends a signed checkpoint to `path`. Heads are `chain → head`. */
export function writeCheckpoint(
  path: string,
  key: KeyObject,
  at: Temporal.Instant,
  heads: ReadonlyMap<string, Head>,
): Checkpoint {
  const lines = readCheckpoints(path);
  const last = lines.at(-1);
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

export function readCheckpoints(path: string): Checkpoint[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Checkpoint);
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
