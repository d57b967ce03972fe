/**
 * Outcomes that end a request before its handler can answer. `code` is stable and in docs/operate/errors.md;
 * `textKey` names the public text; `detail` is for the log only and holds no personal data.
 */
export class HallFailure extends Error {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  constructor(code: string, status: number, detail: string, cause?: unknown) {
    super(`${code}: ${detail}`, { cause });
    this.code = code;
    this.status = status;
    this.detail = detail;
  }
}

/** What is not yours does not exist: the one answer for both. */
export const notFound = (): HallFailure =>
  new HallFailure('not-found', 404, 'no such thing, or not for this principal');
