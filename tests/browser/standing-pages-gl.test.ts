import { after, before, test } from 'node:test';
import { startTestHall, type TestHall } from '../hall.ts';
import { openTestBrowser, type TestBrowser } from './open-browser.ts';
import { GLARUS, lookAtStandingPages } from './standing-pages.ts';

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

for (const [at, language] of ['de', 'fr', 'it', 'en'].entries())
  test(`every standing page of gl in ${language} is for everyone`, async () => {
    // Every second language without scripts.
    const guest = await browser.guest(hall, { language, scripts: at % 2 === 0 });
    try {
      await lookAtStandingPages(guest, `/gl/${language}`, GLARUS);
      await guest.watch.assertQuiet();
    } finally {
      await guest.context.close();
    }
  });
