import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freePort, removeFolder, startWholeHall, type WholeHall } from '../tests/start/whole-hall.ts';
import { type Reply, shoot } from './load.ts';
import { childrenOf } from './processes.ts';

/** The whole hall as an operator runs it, and what is needed to measure it. */
export interface World {
  hall: WholeHall;
  /** Started on an empty data directory. */
  firstReadyMs: number;
  servePid(): number;
  get(path: string, headers?: Record<string, string>): Promise<Reply>;
  /** A raw `node:http` server in a process of its own, that sends the bytes of `reply`. */
  rawServer(reply: Reply): Promise<{ url: string; pid: number; stop(): void }>;
  /** Connections to the same PostgreSQL, as its superuser: raw statements, no row-level security. */
  rawClients(count: number): Promise<pg.Client[]>;
  /** The address of the database as the hall uses it. */
  databaseUrl: string;
  close(): Promise<void>;
}

/** Limits against storms are for strangers; the bench is one, from one address. */
const ENVIRONMENT = { LIMIT_FACTOR: '1000000' };

export async function openWorld(): Promise<World> {
  const hall = await startWholeHall({ environment: ENVIRONMENT });
  const socket = join(hall.dataDir, 'postgres', 'run');
  const urlFor = (user: string) => `postgresql://${user}@/hall?host=${encodeURIComponent(socket)}`;
  const agent = new Agent({ keepAlive: true });
  const raws: ChildProcess[] = [];
  const clients: pg.Client[] = [];
  return {
    hall,
    firstReadyMs: hall.readyMs,
    servePid: () => pidOf(hall, 'serve'),
    get: (path, headers) => shoot(agent, { url: hall.url + path, ...(headers && { headers }) }),
    async rawServer(reply) {
      const { child, url } = await startRaw(reply);
      raws.push(child);
      return { url, pid: child.pid ?? 0, stop: () => void child.kill() };
    },
    async rawClients(count) {
      const opened = Array.from({ length: count }, () => new pg.Client({ connectionString: urlFor('hall_superuser') }));
      for (const client of opened) {
        client.on('error', () => undefined);
        await client.connect();
      }
      clients.push(...opened);
      return opened;
    },
    databaseUrl: urlFor('hall'),
    async close() {
      agent.destroy();
      for (const child of raws) child.kill();
      for (const client of clients) await client.end().catch(() => undefined);
      await hall.stop();
      removeFolder(hall.dataDir);
    },
  };
}

function pidOf(hall: WholeHall, name: string): number {
  const found = childrenOf(hall.supervisor.pid ?? 0).find(({ command }) => command.endsWith(`main.ts ${name}`));
  if (!found) throw new Error(`no process «${name}»`);
  return found.pid;
}

async function startRaw(reply: Reply): Promise<{ child: ChildProcess; url: string }> {
  const file = join(mkdtempSync(join(tmpdir(), 'hall-raw-')), 'body');
  writeFileSync(file, reply.body);
  const port = await freePort();
  const kept = ['content-type', 'content-encoding', 'content-security-policy', 'cache-control', 'vary'];
  const headers = Object.fromEntries(
    kept.flatMap((name) => (reply.headers[name] ? [[name, String(reply.headers[name])]] : [])),
  );
  const script = fileURLToPath(new URL('./raw-server.mjs', import.meta.url));
  const child = fork(script, [String(port), file, JSON.stringify(headers)]);
  await new Promise((resolve) => child.once('message', resolve));
  return { child, url: `http://127.0.0.1:${port}/` };
}
