import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Settings } from '../platform/config/settings.ts';
import { HallFailure } from '../platform/http/failure.ts';

const PATIENCE_MS = 4_000;
const LOOK_AGAIN_MS = 100;

/**
 * Throws `port-taken` when something else listens where the hall wants to: said once, with what to set, instead of a
 * server that is started again and again. What a killed hall has left needs a moment to end, so it looks more than once.
 */
export async function refuseTakenPorts(settings: Settings): Promise<void> {
  const wanted: [port: number, variable: string][] = [
    [settings.port, 'PORT'],
    [settings.uploadsPort, 'UPLOADS_PORT (PORT + 1 unless it is set)'],
    ...(settings.production
      ? []
      : [[settings.sandboxPort, 'SANDBOX_PORT (PORT + 2 unless it is set)'] as [number, string]]),
  ];
  for (const [port, variable] of wanted) {
    if (await staysTaken(port, settings.listenHost))
      throw new HallFailure('port-taken', 500, `something else listens on port ${port}; set another ${variable}`);
  }
}

async function staysTaken(port: number, host: string): Promise<boolean> {
  for (const ends = Date.now() + PATIENCE_MS; await isTaken(port, host); await pause(LOOK_AGAIN_MS))
    if (Date.now() > ends) return true;
  return false;
}

function isTaken(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRINUSE'));
    server.listen(port, host, () => server.close(() => resolve(false)));
  });
}
