import pino, { type Logger } from 'pino';

/** Structured logs. They name routes by pattern, never by address, and hold ids, never personal data. */
export const createLog = (name: string, level = 'info'): Logger =>
  pino({ name, level, base: { name }, timestamp: pino.stdTimeFunctions.isoTime });
export type { Logger };
