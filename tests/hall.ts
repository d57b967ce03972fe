import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildHall, type Hall, type HallOptions } from '../src/build.ts';
import { buildWork, type Work } from '../src/build-work.ts';
import { readSettings, type Settings } from '../src/platform/config/settings.ts';
import { type CookieBrowser, choosePerson, openBrowser } from '../src/sandbox.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export interface TestHall {
  /** `http://127.0.0.1:PORT`; portals stand below it: `${url}/gl/de`. */
  url: string;
  settings: Settings;
  database: TestDatabase;
  hall: Hall;
  /** Does the jobs too, from here on, as `npm start` does; it ends with the hall. */
  startWork(): Promise<void>;
  /** Somebody new, without cookies. Takes paths (`/gl/de`) and whole addresses. */
  visitor(): Visitor;
  close(): Promise<void>;
}

/** A browser without scripts. No redirect is followed unasked. */
export interface Visitor {
  get(path: string): Promise<Response>;
  post(path: string, fields: Record<string, string>): Promise<Response>;
  /** Follows redirects, at most ten, from a response to the page behind it. */
  follow(response: Response): Promise<Response>;
  /** Signs in at the sandbox as the person or member of staff with this key; leads to the page behind it. */
  signIn(portal: string, key: string, ask?: { language?: string; staff?: boolean; back?: string }): Promise<Response>;
  cookies(): Record<string, string>;
}

export interface TestHallOptions extends HallOptions {
  /** Environment variables beside those that a test always sets. */
  environment?: Record<string, string>;
}

/**
 * The real server on a free port, on a database of its own that has the content of this release, with the sandbox for
 * signing in. Close it in `after`.
 */
export async function startTestHall(options: TestHallOptions = {}): Promise<TestHall> {
  const database = await testDatabase({ seeded: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'hall-data-'));
  const [port, uploadsPort, sandboxPort] = await freePorts(3);
  const environment = {
    LOG_LEVEL: 'fatal',
    LIMIT_FACTOR: '1000',
    ...options.environment,
    PORT: String(port),
    UPLOADS_PORT: String(uploadsPort),
    SANDBOX_PORT: String(sandboxPort),
    DATABASE_CONNECTIONS: '6',
  };
  const settings = readSettings(environment, dataDir, database.url);
  const hall = await buildHall(settings, options);
  const url = await hall.listen();
  let work: Work | undefined;
  return {
    url,
    settings,
    database,
    hall,
    visitor: () => visitorTo(url),
    async startWork() {
      work ??= await buildWork(settings);
    },
    async close() {
      await Promise.all([hall.close(), work?.stop()]);
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Somebody new at the hall that answers on `url`. */
export function visitorTo(url: string): Visitor {
  const browser: CookieBrowser = openBrowser();
  const absolute = (path: string) => new URL(path, url).href;
  const visitor: Visitor = {
    get: (path) => browser.get(absolute(path)),
    post: (path, fields) => browser.post(absolute(path), fields),
    async follow(response) {
      let at = response;
      for (let left = 10; left > 0 && at.status >= 300 && at.status < 400; left--) {
        await at.arrayBuffer();
        at = await browser.get(browser.locationOf(at));
      }
      return at;
    },
    async signIn(portal, key, { language = 'de', staff = false, back = `/${portal}/${language}` } = {}) {
      const query = new URLSearchParams({ back, level: 'substantial' });
      const entrance = staff
        ? `/${portal}/workbench/${language}/sign-in?provider=sandbox-staff&${query}`
        : `/${portal}/${language}/sign-in/sandbox?${query}`;
      const sent = await visitor.get(entrance);
      if (sent.status !== 303) throw new Error(`sign-in answered ${sent.status}: ${(await sent.text()).slice(0, 400)}`);
      return visitor.follow(await browser.get(await choosePerson(browser.locationOf(sent), key)));
    },
    cookies: () => browser.cookiesOf(url),
  };
  return visitor;
}

/** Ports that are free just now. They are asked for together, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', resolve);
      });
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
