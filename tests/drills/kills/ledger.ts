import { Agent } from 'node:http';
import { type Reply, type Shot, shoot } from '../../../benchmarks/load.ts';
import type { StockedDraft } from '../../start/draft-stock.ts';

/** What somebody outside wrote down about one draft that they sent. */
export interface Line {
  draft: string;
  /** The number on the receipt; absent when the receipt did not show one. */
  number?: string;
  isAcknowledged: boolean;
  /** When it was sent again after a try without answer, in milliseconds since 1970. */
  againAtMs?: number;
  tries: number;
  tookMs: number;
}

/** Told while a draft is on its way. */
export interface Watcher {
  sent(draft: string): void;
  acknowledged(draft: string): void;
}

const PATIENCE_MS = 60_000;
const NUMBER = /[A-Z]{2}-\d\d-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}/;

/** Sends one draft as a browser does: after an error on the line, or a page that says «later», again. */
export async function sendOne(url: string, draft: StockedDraft, watcher: Watcher): Promise<Line> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const startedAt = performance.now();
  const line: Line = { draft: draft.id, isAcknowledged: false, tries: 0, tookMs: 0 };
  const headers = { cookie: draft.cookie, origin: url, 'content-type': 'application/x-www-form-urlencoded' };
  try {
    while (!line.isAcknowledged && performance.now() - startedAt < PATIENCE_MS) {
      if (line.tries++ > 0) {
        await pause(60);
        line.againAtMs ??= Date.now();
      }
      const answered = attempt(agent, { method: 'POST', url: url + draft.send, headers, body: 'send=1' });
      watcher.sent(draft.id);
      const reply = await answered;
      line.isAcknowledged = reply?.status === 303 && /\/receipts\//.test(String(reply.headers.location));
      if (line.isAcknowledged) watcher.acknowledged(draft.id);
      if (reply && reply.status < 500 && !line.isAcknowledged)
        throw new Error(`sending was answered by ${reply.status} ${reply.headers.location ?? reply.body}`);
    }
    line.tookMs = performance.now() - startedAt;
    if (line.isAcknowledged) await readNumber(agent, url, draft, line);
    return line;
  } finally {
    agent.destroy();
  }
}

/** The receipt, reloaded while it can't be reached, and a few times when it is not there. */
async function readNumber(agent: Agent, url: string, draft: StockedDraft, line: Line): Promise<void> {
  const startedAt = performance.now();
  for (let missing = 0; missing < 5 && performance.now() - startedAt < PATIENCE_MS; ) {
    const reply = await attempt(agent, { url: url + draft.receipt, headers: { cookie: draft.cookie } });
    if (reply?.status === 404) missing++;
    const number = reply?.status === 200 ? NUMBER.exec(reply.body.toString())?.[0] : undefined;
    if (number) {
      line.number = number;
      return;
    }
    await pause(100);
  }
}

const attempt = (agent: Agent, shot: Shot): Promise<Reply | undefined> => shoot(agent, shot).catch(() => undefined);
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
