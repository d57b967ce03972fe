import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startTestHall, type TestHall } from '../hall.ts';
import { begin, choosePerson, DIGITAL, fillIn, sendApplication } from './citizen.ts';
import { openTestBrowser, type TestBrowser } from './open-browser.ts';

let hall: TestHall;
let browser: TestBrowser;
before(async () => {
  hall = await startTestHall();
  browser = await openTestBrowser();
});
after(async () => {
  await browser.close();
  await hall.close();
});

test('no cookie before one is needed; then each is HttpOnly and says nothing', async () => {
  const guest = await browser.guest(hall);
  const names = async () => (await guest.context.cookies()).map(({ name }) => name).sort();
  try {
    for (const path of [
      '',
      '/services',
      '/search?q=umzug',
      '/services/residence-certificate',
      '/privacy',
      '/status',
      '/verify',
      '/sign-in',
    ]) {
      await guest.go(`/gl/de${path}`);
      assert.deepEqual(await names(), [], path);
    }
    await guest.go('/gl/de/place');
    await guest.page.fill('#place', '8752');
    await guest.press('.place-form button');
    assert.deepEqual(await names(), ['place']);
    await guest.go('/gl/de/services/residence-certificate/apply');
    await guest.press('main form[action*="/apply"] button');
    assert.deepEqual(await names(), ['draft-gl', 'place']);
    for (const { name, httpOnly, sameSite } of await guest.context.cookies()) {
      assert.equal(httpOnly, true, name);
      assert.notEqual(sameSite, 'None', name);
    }
    await guest.watch.assertQuiet();
  } finally {
    await guest.context.close();
  }
});

test('a shared computer: after signing out, Back shows nothing, and nothing lies on its disk', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'hall-profile-'));
  const guest = await browser.guest(hall, { profile });
  const { page } = guest;
  try {
    await guest.go('/gl/de/services/residence-certificate/apply?place=ch-1630');
    await guest.press('main a[href*="/sign-in?"]');
    await guest.press('.sign-in-ways .kern-btn');
    await choosePerson(guest, 'regula');
    await begin(guest);
    await fillIn(guest, DIGITAL);
    const { number } = await sendApplication(guest);
    await guest.go('/gl/de/account');
    await guest.press(`.matters__one:has-text("${number}") a`);
    assert.match(await page.content(), new RegExp(number));
    await guest.go('/gl/de/sign-out');
    const left = page.waitForResponse((response) => response.request().method() === 'POST');
    await guest.press('main form button');
    assert.equal((await (await left).allHeaders())['clear-site-data'], '"cache", "storage"');
    for (let back = 8; back > 0; back--) {
      await page.goBack({ waitUntil: 'load' }).catch(() => undefined);
      const shown = (await page.locator('body').textContent()) ?? '';
      assert.doesNotMatch(shown, new RegExp(`${number}|Beispieler|756\\.`), page.url());
    }
    await guest.watch.assertQuiet();
    await guest.context.close();
    assert.deepEqual(traces(profile, [number, 'Regula Beispieler', '756.1234', 'Musterweg 12']), []);
  } finally {
    await guest.context.close();
    rmSync(profile, { recursive: true, force: true });
  }
});

/** Files of a browser's profile in which one of `secrets` stands. */
function traces(folder: string, secrets: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => {
      const text = readFileSync(path).toString('latin1');
      return secrets.some((secret) => text.includes(secret));
    });
}
