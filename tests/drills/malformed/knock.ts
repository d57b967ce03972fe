import { connect } from 'node:net';

export interface Knocked {
  /** Undefined when the line was closed without an answer. */
  status?: number;
  text: string;
  tookMs: number;
}

const PATIENCE_MS = 10_000;

/** Sends bytes as they are, which no proper client would, and reads what comes until the line is closed. */
export function knock(port: number, bytes: Buffer): Promise<Knocked> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    const end = () => {
      socket.destroy();
      const text = Buffer.concat(chunks).toString('latin1');
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]);
      resolve({ ...(status && { status }), text, tookMs: performance.now() - startedAt });
    };
    socket.setTimeout(PATIENCE_MS, end);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('close', end);
    socket.write(bytes);
  });
}
