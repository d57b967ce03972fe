import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { Guest } from './open-browser.ts';
import { faultsOfRules } from './rules.ts';

/** Set to a folder, every page that a test looks at is also kept there as a picture: wide, narrow and dark. */
const GALLERY = process.env.BROWSER_GALLERY;

/** Everything in axe but experiments: WCAG 2.0 to 2.2, A and AA, and what it calls best practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const seen = new Set<string>();
/** In the dark a page looks the same in every language. */
const darkSeen = new Set<string>();
const kindOf = (where: string): string => where.replace(/ (de|fr|it|en) /, ' ');

/**
 * Examines the page as it stands, in its state `name`: axe in light and in dark, our own rules, and 320 pixels. The same
 * page in the same state is examined once per portal and language (by our own rules also with and without scripts). What
 * is wrong is told to the guest's watch, so that a journey finds all of it.
 */
export async function look(guest: Guest, name: string): Promise<void> {
  const { page } = guest;
  const where = whereOf(page, name);
  const faults = await faultsOfRules(page, guest.hasScripts);
  if (!seen.has(where)) {
    seen.add(where);
    faults.push(...(await (guest.hasScripts ? examine(page, where) : examineCopy(guest, where))));
  }
  for (const fault of faults) guest.watch.complain(`${where}${guest.hasScripts ? '' : ', without scripts'}: ${fault}`);
}

const whereOf = (page: Page, name: string): string => {
  const [, portal = '', first = '', second = ''] = new URL(page.url()).pathname.split('/');
  return first === 'workbench' ? `${portal} workbench ${second} ${name}` : `${portal} ${first} ${name}`;
};

async function examine(page: Page, where: string): Promise<string[]> {
  await keepPictures(page, where);
  await page.evaluate(axe.source);
  const light = await runAxe(page);
  const isNewInDark = !darkSeen.has(kindOf(where));
  darkSeen.add(kindOf(where));
  if (!isNewInDark) return light;
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await runAxe(page, ['color-contrast', 'link-in-text-block']);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((fault) => `dark: ${fault}`)];
}

/** One window with scripts per browser, in which the pages of those without are shown once more. */
const windows = new WeakMap<Browser, Promise<Page>>();

/** A page without scripts cannot be examined by one: its markup is shown once more in a window that has them. */
async function examineCopy(guest: Guest, where: string): Promise<string[]> {
  const browser = guest.context.browser();
  assert.ok(browser);
  const copied =
    windows.get(browser) ?? browser.newPage({ viewport: guest.page.viewportSize(), reducedMotion: 'reduce' });
  windows.set(browser, copied);
  const copy = await copied;
  const url = guest.page.url();
  const body = await guest.page.content();
  await copy.route(url, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  await copy.goto(url, { waitUntil: 'load' });
  try {
    return await examine(copy, where);
  } finally {
    await copy.unroute(url);
  }
}

async function runAxe(page: Page, rules?: readonly string[]): Promise<string[]> {
  const runOnly = rules ? { type: 'rule' as const, values: [...rules] } : { type: 'tag' as const, values: TAGS };
  const result = await page.evaluate(
    // `axe` is in the page by now.
    (options) => (globalThis as unknown as { axe: typeof axe }).axe.run(options) as Promise<AxeResults>,
    { runOnly, resultTypes: ['violations' as const] },
  );
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.split('\n')[1] ?? ''}`),
  );
}

async function keepPictures(page: Page, where: string): Promise<void> {
  if (!GALLERY) return;
  mkdirSync(GALLERY, { recursive: true });
  const path = (kind: string) => `${GALLERY}/${where.replaceAll(/[^\w.-]+/g, '-')}.${kind}.png`;
  await page.screenshot({ path: path('wide'), fullPage: true });
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: 320, height: 640 });
  await page.screenshot({ path: path('narrow'), fullPage: true });
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: path('dark'), fullPage: true });
  await page.emulateMedia({ colorScheme: 'light' });
}
