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
