import { createHash, randomBytes } from 'node:crypto';

/** An id of its own type, so that a person's id can't be handed to what wants a case's. */
export type Id<Of extends string> = string & { readonly __of: Of };

/**
 * A new UUIDv7: its first 48 bits are the time, so that indexes grow at their end. PostgreSQL 15 has no
 * `uuidv7()`, hence here. @see RFC 9562 §5.7
 */
export function newId<Of extends string>(atMs: number = Date.now()): Id<Of> {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(atMs, 0, 6);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return spell(bytes) as Id<Of>;
}

/** The id that stands for an official key, the same on every machine (UUIDv8). @see RFC 9562 §5.8 */
export function idOfKey<Of extends string>(key: string): Id<Of> {
  const bytes = createHash('sha256').update(key, 'utf8').digest().subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return spell(bytes) as Id<Of>;
}

function spell(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
