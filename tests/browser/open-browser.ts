import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { TestHall } from '../hall.ts';
import { BROWSER_WORDS, findChromium } from './find-chromium.ts';
import { type Watch, watch } from './watch.ts';

/** Somebody at a computer of their own: one browser profile, one window, and what went on behind it. */
export interface Guest {
  page: Page;
  context: BrowserContext;
  watch: Watch;
  hasScripts: boolean;
  /** Opens a path of the hall. */
  go(path: string): Promise<void>;
  /** Presses what leads to another page, and waits for that page. */
  press(selector: string): Promise<void>;
}

export interface GuestAsk {
  /** False: JavaScript is switched off in this browser. */
  scripts?: boolean;
  language?: string;
  colorScheme?: 'light' | 'dark';
  width?: number;
  /** A folder for the browser's profile, to be searched afterwards; else all stays in memory. */
  profile?: string;
}

export interface TestBrowser {
  guest(hall: TestHall, ask?: GuestAsk): Promise<Guest>;
  close(): Promise<void>;
}

/** One Chromium for a test file. Close it in `after`. */
export async function openTestBrowser(): Promise<TestBrowser> {
  const browser = await chromium.launch(await howToStart());
  return {
    guest: (hall, ask = {}) => guestOf(browser, hall, ask),
    close: () => browser.close(),
  };
}

const howToStart = async () => ({
  executablePath: process.env.CHROMIUM ?? (await findChromium(console.log)),
  args: [...BROWSER_WORDS],
});

async function guestOf(browser: Browser, hall: TestHall, ask: GuestAsk): Promise<Guest> {
  const hasScripts = ask.scripts ?? true;
  const options: BrowserContextOptions = {
    javaScriptEnabled: hasScripts,
    locale: ask.language ?? 'de',
    viewport: { width: ask.width ?? 1280, height: 800 },
    colorScheme: ask.colorScheme ?? 'light',
    reducedMotion: 'reduce',
  };
  const context = ask.profile
    ? await chromium.launchPersistentContext(ask.profile, { ...options, ...(await howToStart()) })
    : await browser.newContext(options);
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const seen = watch(context, hall);
  return {
    page,
    context,
    watch: seen,
    hasScripts,
    async go(path) {
      await page.goto(new URL(path, hall.url).href, { waitUntil: 'load' });
    },
    async press(selector) {
      const control = page.locator(selector).first();
      const at = page.url();
      try {
        await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), control.click()]);
      } catch (error) {
        throw new Error(`pressing ${selector} on ${at} led nowhere`, { cause: error });
      }
    },
  };
}
