const AWAY_CODES = ['OAUTH_TIMEOUT', 'OAUTH_ABORT'];

/**
 * True when `error` means that nobody answered properly (connection, time-out, 5xx), rather than that the answer was
 * wrong. Everything that is not surely one of these counts as a wrong answer.
 */
export function isAway(error: unknown): boolean {
  const { code, cause, message } = error as { code?: string; cause?: unknown; message?: string };
  if (code && AWAY_CODES.includes(code)) return true;
  if (cause instanceof Response) return cause.status >= 500 || cause.status === 429;
  if (error instanceof TypeError) return /fetch failed|terminated|too large/.test(message ?? '');
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')) return true;
  return cause instanceof Error ? isAway(cause) : false;
}
