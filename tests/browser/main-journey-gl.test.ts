import { after, before, test } from 'node:test';
import { startTestHall, type TestHall } from '../hall.ts';
import { NORD } from './citizen.ts';
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

const WORDS = { de: 'wohnsitzbestätigung', fr: 'attestation de domicile', it: 'certificato di domicilio' };
for (const language of ['de', 'fr', 'it'] as const)
  for (const scripts of [true, false]) {
    test(`a certificate of residence in Glarus, in ${language}${scripts ? '' : ', without scripts'}`, () =>
      mainJourney(hall, browser, { ...NORD, language, words: WORDS[language] }, scripts));
  }
