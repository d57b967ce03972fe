import assert from 'node:assert/strict';
import type { BrowserContext } from 'playwright-core';
import type { TestHall } from '../hall.ts';

/** What a browser noticed that no page may do. */
export interface Watch {
  /** Fails when somebody outside was asked, a policy was broken, a script fell over, or a page kept something. */
  assertQuiet(): Promise<void>;
  /** Something that somebody else noticed. */
  complain(what: string): void;
  /** Statuses of pages, in order. */
  statuses: number[];
}

/** Listens to everything that `context` does. The hall's own origins are the only ones that may be asked. */
export function watch(context: BrowserContext, hall: TestHall): Watch {
  const { port, uploadsPort, sandboxPort } = hall.settings;
  const own = new Set([port, uploadsPort, sandboxPort].map((each) => `127.0.0.1:${each}`));
  const complaints: string[] = [];
  const statuses: number[] = [];
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && !own.has(host))
      complaints.push(`asked somebody else: ${request.url()}`);
  });
  context.on('response', (response) => {
    const request = response.request();
    if (request.isNavigationRequest()) statuses.push(response.status());
    else if (response.status() >= 400) complaints.push(`${response.status()} for ${response.url()}`);
  });
  context.on('console', (message) => {
    const text = message.text();
    // Chromium reports the status of a page as an error of the console; that it is a page of ours is tested elsewhere.
    if (message.type() === 'error' && !/^Failed to load resource: the server responded/.test(text))
      complaints.push(`console, on ${message.page()?.url()}: ${text}`);
  });
  context.on('weberror', (error) => complaints.push(`script: ${error.error().message}`));
  return {
    statuses,
    complain: (what) => void complaints.push(what),
    async assertQuiet() {
      for (const page of context.pages()) {
        if (!page.url().startsWith(hall.url)) continue;
        const kept = await storedIn(page.context());
        if (kept.length > 0) complaints.push(`kept in the browser: ${kept.join(', ')}`);
      }
      assert.deepEqual(complaints, []);
    },
  };
}

/** Which public services were looked at lately: for the same browser's home page, until somebody signs out. */
const RECENT = /^recent \w+ \w+$/;

/** Names of what lies in the browser's own stores, cookies aside. */
async function storedIn(context: BrowserContext): Promise<string[]> {
  const { origins } = await context.storageState({ indexedDB: true });
  return origins.flatMap(({ origin, localStorage }) =>
    localStorage.filter(({ name }) => !RECENT.test(name)).map(({ name, value }) => `${origin} ${name}: ${value}`),
  );
}
