import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Unreadable } from '../errors.ts';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * `plain` under `key` (32 bytes), bound to `place`: version byte, nonce, ciphertext, tag. The nonce is random; a key
 * seals far fewer than 2³² values. @see NIST SP 800-38D §8.3
 */
export function sealBytes(key: Buffer, place: string, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place, 'utf8'));
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** What was sealed for `place` under `key`. Throws `Unreadable` for anything else, one changed bit included. */
export function openBytes(key: Buffer, place: string, sealed: Buffer): Buffer {
  if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES || sealed[0] !== VERSION)
    throw new Unreadable('not a sealed value of a known version');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(place, 'utf8'))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch (error) {
    throw new Unreadable('a sealed value does not open in its place', error);
  }
}
