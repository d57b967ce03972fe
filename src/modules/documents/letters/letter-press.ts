import { type ChildProcess, fork } from 'node:child_process';
import { resolve } from 'node:path';
import { LetterFailed } from '../errors.ts';
import { composeLetter } from './compose-letter.ts';
import type { LetterAsk } from './letter.ts';

export interface LetterPress {
  /** A PDF/A-3a. Throws `LetterFailed`. */
  print(ask: LetterAsk): Promise<Buffer>;
  close(): Promise<void>;
}

export interface PressOptions {
  contentDir: string;
  /** A child is replaced after so many letters. */
  lettersPerChild?: number;
  /** For one letter, waiting included once it is its turn. */
  timeoutMs?: number;
}

const LETTERS_PER_CHILD = 200;
const TIMEOUT_MS = 15_000;

type Printed = { id: number; pdf?: Uint8Array; failure?: string };

/** One child at a time, one letter after the other; it is started when the first letter comes, and again when it died. */
export function openPress(options: PressOptions): LetterPress {
  const contentDir = resolve(options.contentDir);
  const { lettersPerChild = LETTERS_PER_CHILD, timeoutMs = TIMEOUT_MS } = options;
  let child: ChildProcess | undefined;
  let printed = 0;
  let turn: Promise<unknown> = Promise.resolve();
  const end = () => {
    child?.kill('SIGKILL');
    child = undefined;
    printed = 0;
  };
  const printNow = async (ask: LetterAsk): Promise<Buffer> => {
    const letter = composeLetter(contentDir, ask);
    child ??= startChild(contentDir);
    try {
      return await oneLetter(child, { id: ++printed, letter }, timeoutMs);
    } catch (error) {
      end();
      throw error;
    } finally {
      if (printed >= lettersPerChild) end();
    }
  };
  return {
    print(ask) {
      const mine = turn.then(() => printNow(ask));
      turn = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      await turn;
      end();
    },
  };
}

/** Nothing of our environment goes along: the child needs no secrets. */
function startChild(contentDir: string): ChildProcess {
  const script = new URL('./letter-child.ts', import.meta.url).pathname;
  const environment = { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV, TZ: 'UTC' };
  const child = fork(script, [contentDir], { serialization: 'advanced', env: environment, execArgv: [] });
  child.unref();
  child.channel?.unref();
  return child;
}

async function oneLetter(
  child: ChildProcess,
  job: { id: number; letter: unknown },
  timeoutMs: number,
): Promise<Buffer> {
  const { promise, resolve: done, reject } = Promise.withResolvers<Buffer>();
  const onMessage = (message: Printed) => {
    if (message.id !== job.id) return;
    if (message.pdf) done(Buffer.from(message.pdf));
    else reject(new LetterFailed('the letter could not be set', new Error(message.failure)));
  };
  const onEnd = () => reject(new LetterFailed('the process that sets letters ended'));
  const timer = setTimeout(() => reject(new LetterFailed('setting the letter took too long')), timeoutMs);
  child.on('message', onMessage);
  child.once('exit', onEnd);
  child.once('error', onEnd);
  try {
    child.send(job, (error) => error && reject(new LetterFailed('the process that sets letters is gone', error)));
    return await promise;
  } finally {
    clearTimeout(timer);
    child.off('message', onMessage);
    child.off('exit', onEnd);
    child.off('error', onEnd);
  }
}
