import pino, { type DestinationStream, type Logger } from 'pino';
import { errorWithoutValues } from './error-without-values.ts';

/** Structured logs. They name routes by pattern, never by address, and hold ids, never personal data. */
export const createLog = (name: string, level = 'info', to: DestinationStream = pino.destination(1)): Logger =>
  pino(
    {
      name,
      level,
      base: { name },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: errorWithoutValues },
    },
    to,
  );
export type { Logger };
