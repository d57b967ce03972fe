import { after, before, test } from 'node:test';
import { startTestHall, type TestHall } from '../hall.ts';
import { SAAR } from './citizen.ts';
import { mainJourney } from './main-journey.ts';
import { openTestBrowser, type TestBrowser } from './open-browser.ts';

let hall: TestHall;
let browser: TestBrowser;
before(async () => {
  hall = await startTestHall();
  browser = await openTestBrowser();
  await hall.startWork();
});
after(async () => {
  await browser.close();
  await hall.close();
});

for (const [language, words, scripts] of [
  ['de', 'meldebescheinigung', false],
  ['en', 'certificate of residence', true],
  ['fr', 'attestation de domicile', false],
] as const)
  test(`a certificate of residence in Saarbrücken, in ${language}${scripts ? '' : ', without scripts'}`, () =>
    mainJourney(hall, browser, { ...SAAR, language, words }, scripts));
