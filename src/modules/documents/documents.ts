import type { Readable } from 'node:stream';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Database, Tx } from '../../platform/db/database.ts';
import type { Principal } from '../../platform/db/principal.ts';
import type { Route } from '../../platform/http/route.ts';
import type { Language } from '../../platform/i18n/language.ts';
import type { Job } from '../../platform/jobs/worker.ts';
import { routes, to } from '../../routes.ts';
import type { Limiter, Visit } from '../identity/index.ts';
import { newCode } from './codes/code.ts';
import * as codes from './codes/letter-codes.ts';
import type { LetterStatement } from './codes/statement.ts';
import { diskAt } from './files/disk.ts';
import type { Shelf } from './files/kept-files.ts';
import * as files from './files/kept-files.ts';
import { type Quarantine, receiveUpload } from './files/receive-upload.ts';
import { fileJobs } from './files/scan-file.ts';
import type { FileKind, Received, StoredFile } from './files/stored-file.ts';
import type { Box } from './keys/box.ts';
import { idsOf, type Ref } from './keys/data-key-store.ts';
import type { KeyProvider } from './keys/key-provider.ts';
import * as boxes from './keys/open-box.ts';
import type { LetterAsk } from './letters/letter.ts';
import { openPress } from './letters/letter-press.ts';
import { verifyRoutes } from './pages/verify-routes.ts';
import type { Scanner } from './providers/scanner.ts';
import { readView, viewAddress } from './uploads/capability.ts';

export interface DocumentsWiring {
  ring: KeyProvider;
  /** Files lie below `dataDir/files`. */
  dataDir: string;
  /** Scheme and host from which files are shown, apart from the portal's. */
  uploadsOrigin: string;
  /** Templates and texts of letters. */
  contentDir: string;
  clock: Clock;
  limiter: Limiter;
  /** Largest upload; default 20 MB. */
  mostBytes?: number;
}

/** The module, wired. */
export interface Documents {
  /** Makes the key of a new draft or case. Twice for the same one fails. */
  newBox(tx: Tx, ask: Ref & { authorityId: string }): Promise<Box>;
  /** Throws `not-found` when there is no key, it is destroyed, or not the principal's. */
  openBox(tx: Tx, ref: Ref): Promise<Box>;
  /** The box of a case whose wrapped key was read with its row. */
  boxOf(ref: { caseId: string }, authorityId: string, wrapped: Buffer): Box;
  /** On submission: the draft's key and files become the case's too. */
  handOver(
    tx: Tx,
    to: { draftId: string; caseId: string; authorityId: string },
  ): Promise<{ box: Box; wrappedKey: Buffer }>;
  /** The case's key wrapped for one more authority. */
  wrapFor(tx: Tx, caseId: string, authorityId: string): Promise<Buffer>;
  /** The draft becomes the one of a person who has signed in meanwhile. */
  grantBox(tx: Tx, draftId: string, personId: string): Promise<void>;
  /** Deletes by destroying the key; files and codes go with it. */
  destroyBox(tx: Tx, ref: Ref): Promise<void>;

  /**
   * Streams a file into quarantine, sealed while it streams. Opens transactions of its own: call it outside of one.
   * Throws `not-found` for a draft or case that is not the principal's, `storage-away` (503) when the disk can't.
   */
  receiveUpload(
    database: Database,
    principal: Principal,
    upload: Ref & { field: string; fileName: string; stream: Readable },
  ): Promise<Received>;
  /** At most 100, in the order in which they came. */
  filesOf(tx: Tx, ref: Ref): Promise<StoredFile[]>;
  /** Undefined when it is not there or not the principal's. */
  fileById(tx: Tx, fileId: string): Promise<StoredFile | undefined>;
  /** The row at once, the bytes once the transaction is committed. Removing twice is the same as once. */
  removeFile(tx: Tx, fileId: string): Promise<void>;
  /** Keeps what we made ourselves; it needs no scan. The bytes are on the disk before the transaction ends. */
  keepFile(
    tx: Tx,
    file: { id?: string; caseId: string; kind: Exclude<FileKind, 'upload'>; name: string; type: string; bytes: Buffer },
  ): Promise<{ id: string }>;
  /** Throws `not-found` unless it is there, the principal's, and clean. The look is recorded by the caller. */
  readFile(tx: Tx, fileId: string): Promise<{ name: string; type: string; sizeBytes: number; bytes: Readable }>;
  /** An address on the uploads origin that shows this one file for some minutes, to whoever holds it. */
  viewAddress(fileId: string, ref: Ref): string;
  /** For the uploads server: the file of such an address; undefined when the address does not hold, or not any more. */
  openView(
    database: Database,
    fileId: string,
    query: { of?: string; until?: string; sign?: string },
  ): Promise<{ name: string; type: string; sizeBytes: number; bytes: Readable } | undefined>;

  /** In a child of this process, started at the first letter. Throws `letter-failed`. */
  renderLetter(ask: LetterAsk): Promise<Buffer>;
  /** A code for a letter that is about to be written. */
  newCode(): string;
  /** What the QR code of a letter says; the code stands behind `#`, so that no server on the way writes it down. */
  verifyAddress(portalAddress: string, language: Language, code: string): string;
  /**
   * Makes the letter verifiable by its code (`newCode`, or a fresh one), which is kept nowhere but on the letter.
   * `bytes`, the finished letter, lets the page also tell whether a file at hand is this very letter.
   */
  issueCode(
    tx: Tx,
    letter: {
      code?: string;
      documentId: string;
      caseId: string;
      authorityId: string;
      statement: LetterStatement;
      bytes?: Buffer;
    },
  ): Promise<string>;
  /** From now on the letter verifies as revoked. */
  revokeCode(tx: Tx, documentId: string): Promise<void>;

  /** The pages that verify a letter. */
  routes: Route<Visit>[];
  /** `scan-file`, `remove-file`, and by the clock `sweep-files`. */
  jobs(database: Database, scanner: Scanner): Record<'scan-file' | 'remove-file' | 'sweep-files', Job>;
  /** Ends the child that writes letters. */
  close(): Promise<void>;
}

const MOST_UPLOAD_BYTES = 20 * 1024 * 1024;

export function createDocuments(wiring: DocumentsWiring): Documents {
  const { ring, clock } = wiring;
  const shelf: Shelf = { ring, disk: diskAt(wiring.dataDir) };
  const quarantine: Quarantine = { ...shelf, mostBytes: wiring.mostBytes ?? MOST_UPLOAD_BYTES };
  const press = openPress({ contentDir: wiring.contentDir });
  const viewKey = () => ring.secret('views of files');
  return {
    newBox: (tx, ask) => boxes.newBox(tx, ring, ask),
    openBox: (tx, ref) => boxes.openBox(tx, ring, ref),
    boxOf: (ref, authorityId, wrapped) => boxes.boxOf(ring, ref, authorityId, wrapped),
    handOver: (tx, to) => boxes.handOver(tx, ring, to),
    wrapFor: (tx, caseId, authorityId) => boxes.wrapFor(tx, ring, caseId, authorityId),
    grantBox: boxes.grantBox,
    destroyBox: boxes.destroyBox,
    receiveUpload: (database, principal, upload) => receiveUpload(quarantine, database, principal, upload),
    filesOf: (tx, ref) => files.filesOf(tx, shelf, ref),
    fileById: (tx, id) => files.fileById(tx, shelf, id),
    removeFile: files.removeFile,
    keepFile: (tx, file) => files.keepFile(tx, shelf, file),
    readFile: (tx, id) => files.readFile(tx, shelf, id),
    viewAddress: (fileId, ref) => viewAddress(viewKey(), wiring.uploadsOrigin, fileId, ref, clock.now()),
    async openView(database, fileId, query) {
      const ref = readView(viewKey(), fileId, query, clock.now());
      if (!ref) return undefined;
      return database.transaction({ kind: 'job', ...idsOf(ref) }, (tx) => files.readFile(tx, shelf, fileId));
    },
    renderLetter: (ask) => press.print(ask),
    newCode,
    verifyAddress: (portalAddress, language, code) =>
      `${portalAddress}${to(routes.portal.verify, { lang: language })}#${code}`,
    issueCode: (tx, letter) => codes.issueCode(tx, letter, clock.now()),
    revokeCode: (tx, documentId) => codes.revokeCode(tx, documentId, clock.now()),
    routes: verifyRoutes(wiring.limiter),
    jobs: (database, scanner) => fileJobs(shelf, database, scanner),
    close: () => press.close(),
  };
}
