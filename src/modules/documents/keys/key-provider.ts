/**
 * Holds the keys of the authorities outside the database: files in development, PKCS#11 or a KMS later. An authority's
 * key never leaves it; it only wraps the keys of drafts and cases.
 */
export interface KeyProvider {
  /** `plain` wrapped by the key of the authority, bound to `place`: unwrapped for another place, it fails. */
  wrap(authorityId: string, place: string, plain: Buffer): Buffer;
  /** Throws `KeyUnusable` when it was not wrapped by this authority for this place, or the key is not there. */
  unwrap(authorityId: string, place: string, wrapped: Buffer): Buffer;
  /** 32 secret bytes of the installation, the same after a restart, different for each `name`. */
  secret(name: string): Buffer;
}
