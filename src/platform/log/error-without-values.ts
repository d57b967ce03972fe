import pino from 'pino';

interface DatabaseError {
  severity?: unknown;
  message?: unknown;
  cause?: unknown;
}

/** What the database tells of a row, a value or a statement stands in these. Its code and its names stand elsewhere. */
const VALUES = ['detail', 'where', 'hint', 'internalQuery', 'parameters'] as const;

/**
 * An error as the log keeps it. The database quotes what it could not read (`invalid input syntax for type uuid: "…"`)
 * and prints whole rows that it refuses: both are what people wrote, and are left out.
 */
export function errorWithoutValues(error: Error): object {
  const plain: Record<string, unknown> = { ...pino.stdSerializers.err(error) };
  for (const name of VALUES) delete plain[name];
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 10; at = at.cause, depth++) {
    const { severity, message } = at as DatabaseError;
    if (severity === undefined || typeof message !== 'string') continue;
    const masked = message.replace(/"[^"]*"/gs, '"…"');
    for (const name of ['message', 'stack'] as const)
      if (typeof plain[name] === 'string') plain[name] = (plain[name] as string).replaceAll(message, masked);
  }
  return plain;
}
