import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestHall } from '../hall.ts';
import { pdfText } from '../pdf-text.ts';
import { issue, openCase, openInbox, until } from './caseworker.ts';
import { begin, DIGITAL, fillIn, findService, type Scene, sendApplication, signInToApply } from './citizen.ts';
import { look } from './look.ts';
import type { Guest, TestBrowser } from './open-browser.ts';

/** The main job, from the search to the certificate that somebody else checks, in one language, with or without scripts. */
export async function mainJourney(hall: TestHall, browser: TestBrowser, scene: Scene, scripts: boolean): Promise<void> {
  const ask = { scripts, language: scene.language };
  const [citizen, clerk, stranger] = await Promise.all([1, 2, 3].map(() => browser.guest(hall, ask)));
  assert.ok(citizen && clerk && stranger);
  const home = `/${scene.portal}/${scene.language}`;
  try {
    await findService(citizen, scene);
    await signInToApply(citizen, scene.person);
    await begin(citizen);
    await fillIn(citizen, DIGITAL, { errs: true });
    const { number } = await sendApplication(citizen);

    await openInbox(clerk, scene);
    await openCase(clerk, number);
    await issue(clerk);

    await citizen.go(`${home}/account`);
    await look(citizen, 'account');
    await citizen.press(`.matters__one:has-text("${number}") a`);
    await until(citizen, () => citizen.page.locator('main a[download][href*="/documents/"]:has-text("pdf")').count());
    await look(citizen, 'own case, closed');
    await citizen.go(`${home}/account/mailbox`);
    await look(citizen, 'mailbox');
    await until(citizen, () => citizen.page.locator('main a[href*="/account/mailbox/"]').count());
    await citizen.press('main a[href*="/account/mailbox/"]');
    await look(citizen, 'message');
    const path = await download(citizen);
    await citizen.go(`${home}/account/looked-at`);
    await look(citizen, 'looked at');

    await stranger.go(`${home}/verify`);
    await look(stranger, 'verify');
    await stranger.page.fill('#code', codeOn(readFileSync(path)));
    await stranger.press('main form button');
    await look(stranger, 'verify, genuine');
    assert.equal(await stranger.page.locator('.kern-alert--success').count(), 1);
    await stranger.page.setInputFiles('#file', path);
    await stranger.press('main form[enctype] button');
    await look(stranger, 'verify, same file');
    for (const guest of [citizen, clerk, stranger]) await guest.watch.assertQuiet();
  } finally {
    await Promise.all([citizen, clerk, stranger].map(({ context }) => context.close()));
  }
}

/** Keeps the document that the page links to, as a browser does; returns where it lies. */
async function download({ page, context }: Guest): Promise<string> {
  const href = (await page.locator('main a[href*="/account/documents/"]').first().getAttribute('href')) ?? '';
  const answer = await context.request.get(new URL(href, page.url()).href);
  const bytes = await answer.body();
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
  const path = join(mkdtempSync(join(tmpdir(), 'hall-download-')), 'certificate.pdf');
  writeFileSync(path, bytes);
  return path;
}

/** The code under which a letter can be checked, as it is printed on it, perhaps over two lines. */
function codeOn(pdf: Buffer): string {
  const text = pdfText(pdf).replace(/-\s+/g, '-');
  const code = /[A-Z0-9]{4}(?:-[A-Z0-9]{4}){6}/.exec(text)?.[0];
  assert.ok(code, text);
  return code;
}
