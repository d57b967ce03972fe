import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { ScannerAway } from '../../errors.ts';
import type { Finding, Scanner } from '../scanner.ts';

export interface ClamdOptions {
  /** `127.0.0.1:3310`, or the path of a socket. */
  address: string;
  /** For the whole scan of one file. */
  timeoutMs?: number;
}

const TIMEOUT_MS = 60_000;

/** ClamAV's daemon, by its INSTREAM command. Whatever is not a clear answer is no answer. @see man 8 clamd */
export function clamdScanner({ address, timeoutMs = TIMEOUT_MS }: ClamdOptions): Scanner {
  return {
    async scan(bytes) {
      const socket = open(address);
      const failed = new Promise<never>((_, reject) => {
        socket.once('error', reject);
        socket.setTimeout(timeoutMs, () => reject(new Error('timeout')));
        setTimeout(() => reject(new Error('timeout')), timeoutMs).unref();
      });
      failed.catch(() => undefined);
      try {
        return readAnswer(await Promise.race([ask(socket, bytes), failed]));
      } catch (error) {
        throw error instanceof ScannerAway ? error : new ScannerAway('clamd did not answer', error);
      } finally {
        socket.destroy();
      }
    },
  };
}

function open(address: string): Socket {
  const [, host, port] = /^(.*):(\d+)$/.exec(address) ?? [];
  return port === undefined ? connect(address) : connect(Number(port), host?.replace(/^\[|\]$/g, '') || '127.0.0.1');
}

async function ask(socket: Socket, bytes: Readable): Promise<string> {
  let answer = '';
  const answered = new Promise<string>((resolve) => {
    socket.setEncoding('latin1');
    socket.on('data', (part: string) => {
      answer = (answer + part).slice(0, 1_000);
    });
    socket.once('close', () => resolve(answer));
    socket.once('end', () => resolve(answer));
  });
  socket.write('zINSTREAM\0');
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    if (!socket.writable) break;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    socket.write(length);
    if (!socket.write(chunk)) await Promise.race([once(socket, 'drain'), answered]);
  }
  if (socket.writable) socket.write(Buffer.alloc(4));
  return answered;
}

function readAnswer(answer: string): Finding {
  const text = answer.replaceAll('\0', '').trim();
  if (text === 'stream: OK') return { kind: 'clean' };
  const found = /^stream: (.+) FOUND$/.exec(text);
  if (found?.[1]) return { kind: 'infected', name: found[1] };
  if (/size limit exceeded/i.test(text)) return { kind: 'unscannable', why: 'larger than clamd looks into' };
  throw new ScannerAway(text === '' ? 'clamd said nothing' : 'clamd said something else');
}
