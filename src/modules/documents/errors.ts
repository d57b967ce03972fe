import { HallFailure } from '../../platform/http/failure.ts';

/** A key file that others can read, is missing in production, or is no key. Somebody must see to it. */
export class KeyUnusable extends HallFailure {
  constructor(detail: string, cause?: unknown) {
    super('key-unusable', 503, detail, cause);
  }
}

/** What was sealed is not what was found: changed, moved, or its key is destroyed. Nothing of it is shown. */
export class Unreadable extends HallFailure {
  constructor(detail: string, cause?: unknown) {
    super('unreadable', 503, detail, cause);
  }
}

/** The disk is full, read-only or broken. Nothing of the file was kept; what was kept before is untouched. */
export class StorageAway extends HallFailure {
  constructor(detail: string, cause?: unknown) {
    super('storage-away', 503, detail, cause);
  }
}

/** Nobody could look whether a file is clean. It stays in quarantine and is tried again. */
export class ScannerAway extends HallFailure {
  constructor(detail: string, cause?: unknown) {
    super('scanner-away', 503, detail, cause);
  }
}

/** A letter could not be written. The case waits; the job is tried again. */
export class LetterFailed extends HallFailure {
  constructor(detail: string, cause?: unknown) {
    super('letter-failed', 503, detail, cause);
  }
}
