import { hkdfSync } from 'node:crypto';
import { openBytes, sealBytes } from './aes-gcm.ts';

/**
 * Seals and opens what belongs to one draft or one case. `purpose` says what it is (`answers`, `note`): a value that is
 * moved to another draft, case or column is not believed there. What does not open throws `Unreadable`.
 */
export interface Box {
  seal(plain: Buffer, purpose: string): Buffer;
  open(sealed: Buffer, purpose: string): Buffer;
  sealJson(value: unknown, purpose: string): Buffer;
  openJson(sealed: Buffer, purpose: string): unknown;
}

/** A box for `place` (`case:<id>`, `draft:<id>`, `file:<id>`) under `dataKey`, 32 bytes. */
export function boxIn(place: string, dataKey: Buffer): Box {
  const key = Buffer.from(hkdfSync('sha256', dataKey, '', 'schalterhalle box', 32));
  const spot = (purpose: string) => `${place}\n${purpose}`;
  return {
    seal: (plain, purpose) => sealBytes(key, spot(purpose), plain),
    open: (sealed, purpose) => openBytes(key, spot(purpose), sealed),
    sealJson: (value, purpose) => sealBytes(key, spot(purpose), Buffer.from(JSON.stringify(value) ?? 'null', 'utf8')),
    openJson: (sealed, purpose) => JSON.parse(openBytes(key, spot(purpose), sealed).toString('utf8')),
  };
}

/** The key of one file's bytes on disk. */
export const fileKeyOf = (dataKey: Buffer, fileId: string): Buffer =>
  Buffer.from(hkdfSync('sha256', dataKey, '', `schalterhalle file ${fileId}`, 32));
