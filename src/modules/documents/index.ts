export { createDocuments, type Documents, type DocumentsWiring } from './documents.ts';
export { KeyUnusable, Unreadable } from './errors.ts';
export type { Box } from './keys/box.ts';
export type { Ref } from './keys/data-key-store.ts';
export type { KeyProvider } from './keys/key-provider.ts';
export { sealerOf } from './keys/sealer-of.ts';
export { type FileKeysOptions, fileKeys } from './providers/file-keys/file-keys.ts';
