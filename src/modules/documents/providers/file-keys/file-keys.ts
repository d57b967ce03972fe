import { hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isId } from '../../../../platform/crypto/ids.ts';
import { KeyUnusable } from '../../errors.ts';
import { openBytes, sealBytes } from '../../keys/aes-gcm.ts';
import type { KeyProvider } from '../../keys/key-provider.ts';

export interface FileKeysOptions {
  keyDir: string;
  /** In development a key that is missing is made. In production it is never made by accident: its absence is an error. */
  createMissing: boolean;
}

const KEY_BYTES = 32;

/**
 * One file for each authority and one for the installation in `keyDir`, each 32 bytes as hex, readable by their owner
 * only. A file that others can read is refused, since who could read it is not known.
 */
export function fileKeys(options: FileKeysOptions): KeyProvider {
  const known = new Map<string, Buffer>();
  const key = (name: string): Buffer => {
    const before = known.get(name);
    if (before) return before;
    const found = readOrMake(options, name);
    known.set(name, found);
    return found;
  };
  const authorityKey = (authorityId: string): Buffer => {
    if (!isId(authorityId)) throw new KeyUnusable('not an authority');
    return key(`authority-${authorityId}`);
  };
  return {
    wrap: (authorityId, place, plain) => sealBytes(authorityKey(authorityId), `wrap\n${place}`, plain),
    unwrap: (authorityId, place, wrapped) => openBytes(authorityKey(authorityId), `wrap\n${place}`, wrapped),
    secret: (name) => Buffer.from(hkdfSync('sha256', key('installation'), '', `schalterhalle ${name}`, KEY_BYTES)),
  };
}

/** Makes the keys that are not there yet, for the installation and for each authority; returns how many. None is replaced. */
export function makeMissingKeys(keyDir: string, authorityIds: readonly string[]): number {
  const names = ['installation', ...authorityIds.map((id) => `authority-${id}`)];
  const missing = names.map((name) => join(keyDir, `${name}.key`)).filter((path) => !existsSync(path));
  for (const path of missing) makeKey(keyDir, path);
  return missing.length;
}

function readOrMake(options: FileKeysOptions, name: string): Buffer {
  const path = join(options.keyDir, `${name}.key`);
  try {
    return readKey(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    if (!options.createMissing) throw new KeyUnusable(`there is no key file ${name}.key in KEY_DIR`, error);
    makeKey(options.keyDir, path);
    return readKey(path);
  }
}

function readKey(path: string): Buffer {
  const { mode } = statSync(path);
  if ((mode & 0o077) !== 0) throw new KeyUnusable(`${path} can be read by others; it must have mode 0600`);
  const text = readFileSync(path, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(text)) throw new KeyUnusable(`${path} is not a key: 64 hexadecimal digits`);
  return Buffer.from(text, 'hex');
}

/** Whole or not at all: two processes that start together end up with the same key. */
function makeKey(keyDir: string, path: string): void {
  mkdirSync(keyDir, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { mode: 0o600, flush: true });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
}
