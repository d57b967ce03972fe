import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { deskOf } from '../desk.ts';
import { exampleCase } from '../example-cases.ts';
import { startTestHall, type TestHall } from '../hall.ts';
import { openInbox } from './caseworker.ts';
import { NORD } from './citizen.ts';
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

const SERVICE = '/gl/de/services/residence-certificate?place=ch-1630';

/** Presses Tab from the top, at most `most` times; names what has the focus without showing it. */
async function hiddenFocus(page: Page, most = 40): Promise<string[]> {
  const hidden: string[] = [];
  for (let left = most; left > 0; left--) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return 'end';
      const box = at.getBoundingClientRect();
      // The ring may be the control's own, or that of the card or row which it fills.
      const around = [at, at.parentElement, at.closest('.card')].map((each) => each && getComputedStyle(each));
      const isRinged = around.some(
        (style) => style && style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
      );
      const isFramed = around.some((style) => style && style.boxShadow !== 'none');
      const isSeen = box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight;
      return isSeen && (isRinged || isFramed) ? '' : at.outerHTML.slice(0, 120);
    });
    if (fault === 'end') break;
    if (fault) hidden.push(fault);
  }
  return hidden;
}

test('with the keyboard alone one always sees where one is, on the portal, in a form, at the workbench', async () => {
  const guest = await browser.guest(hall);
  const { desk, close } = await deskOf(hall);
  try {
    await exampleCase(hall.database.app, desk, Temporal.Now.instant(), { label: 'Zweifel Verena' });
    for (const path of ['/gl/de', SERVICE, '/gl/de/place', '/gl/de/sign-in']) {
      await guest.go(path);
      assert.deepEqual(await hiddenFocus(guest.page), [], path);
    }
    await guest.go('/gl/de/services/residence-certificate/apply?place=ch-1630');
    await guest.press('main form[action*="/apply"] button');
    assert.deepEqual(await hiddenFocus(guest.page), [], guest.page.url());
    await guest.go(guest.page.url().replace('/whose', '/applicant'));
    assert.deepEqual(await hiddenFocus(guest.page), [], guest.page.url());
    await openInbox(guest, { ...NORD, language: 'de' });
    assert.deepEqual(await hiddenFocus(guest.page), [], 'inbox');
    await guest.press('.lines__case a');
    assert.deepEqual(await hiddenFocus(guest.page), [], 'case');
  } finally {
    await guest.context.close();
    await close();
  }
});

test('the workbench by keys: choose, take, open, and back', async () => {
  const guest = await browser.guest(hall);
  const { desk, close } = await deskOf(hall);
  try {
    const { number } = await exampleCase(hall.database.app, desk, Temporal.Now.instant(), { label: 'Tasten Toni' });
    await openInbox(guest, { ...NORD, language: 'de' });
    const { page } = guest;
    await page.keyboard.press('/');
    await page.keyboard.type('Tasten');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await page.keyboard.press('j');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('n')]);
    if (!page.url().includes('/cases/')) await guest.press(`.lines tr:has-text("${number}") a`);
    assert.match((await page.locator('main').textContent()) ?? '', /Tasten Toni/);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('u')]);
    assert.equal(new URL(page.url()).pathname, '/gl/workbench/de');
  } finally {
    await guest.context.close();
    await close();
  }
});

test('on paper: the matter, dark on white, without what one can only press', async () => {
  const guest = await browser.guest(hall);
  try {
    await guest.go(SERVICE);
    await guest.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const selector of ['.menu', '.languages', '.feedback-line', 'main .kern-btn', '.footer__links'])
      for (const each of await guest.page.locator(selector).all())
        assert.equal(await each.isVisible(), false, selector);
    const colours = await guest.page.evaluate(() => {
      const of = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body);
      return { ink: of('h1').color, ground: of('body').backgroundColor, fact: of('.facts dd').color };
    });
    assert.deepEqual(colours, { ink: 'rgb(0, 0, 0)', ground: 'rgb(255, 255, 255)', fact: 'rgb(0, 0, 0)' });
  } finally {
    await guest.context.close();
  }
});

test('where people choose the colours: buttons, cards and states still have an outline', async () => {
  const guest = await browser.guest(hall);
  try {
    await guest.page.emulateMedia({ forcedColors: 'active' });
    for (const [path, selectors] of [
      ['/gl/de', ['.card', '.find', '.hero']],
      [SERVICE, ['main .kern-btn--primary', '.facts', '.steps__step']],
      ['/gl/de/verify', ['main .kern-btn--primary', '#code']],
    ] as const) {
      await guest.go(path);
      for (const selector of selectors) {
        const edge = await guest.page
          .locator(selector)
          .first()
          .evaluate((each) => {
            const widths = [each, ...each.children].flatMap((one) =>
              [undefined, '::before'].map((part) => {
                const style = getComputedStyle(one, part);
                return Math.max(
                  ...['Top', 'Bottom', 'Left'].map((side) =>
                    Number.parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`)),
                  ),
                );
              }),
            );
            return Math.max(
              ...widths.map((width) => width || 0),
              Number.parseFloat(getComputedStyle(each, '::before').borderTopWidth) || 0,
            );
          });
        assert.ok(edge >= 1, `${path} ${selector} has no edge`);
      }
    }
  } finally {
    await guest.context.close();
  }
});
