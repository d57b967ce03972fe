import type { Sealer } from '../../identity/index.ts';
import { openBytes, sealBytes } from './aes-gcm.ts';

/** A sealer under `secret` (32 bytes, from `KeyProvider.secret`), for what belongs to no case: names of accounts. */
export const sealerOf = (secret: Buffer): Sealer => ({
  seal: (plain) => sealBytes(secret, 'sealer', plain),
  open: (sealed) => openBytes(secret, 'sealer', sealed),
});
