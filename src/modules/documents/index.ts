export type { LetterStatement } from './codes/statement.ts';
export { createDocuments, type Documents, type DocumentsWiring } from './documents.ts';
export { KeyUnusable, Unreadable } from './errors.ts';
export type {
  FileKind,
  FileState,
  Received,
  StoredFile,
  UploadRefusal,
} from './files/stored-file.ts';
export type { Box } from './keys/box.ts';
export type { Ref } from './keys/data-key-store.ts';
export type { KeyProvider } from './keys/key-provider.ts';
export { sealerOf } from './keys/sealer-of.ts';
export type {
  CertificateFields,
  CertifiedPerson,
  DecisionFields,
  LetterAsk,
  LetterRow,
  ReceiptFields,
  Sender,
} from './letters/letter.ts';
export { clamdScanner } from './providers/clamd/clamd-scanner.ts';
export { type FileKeysOptions, fileKeys, makeMissingKeys } from './providers/file-keys/file-keys.ts';
export type { Finding, Scanner } from './providers/scanner.ts';
export { startUploadsServer, type UploadsServerOptions } from './uploads/uploads-server.ts';
