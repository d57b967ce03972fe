import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { png } from '../../src/modules/documents/files/samples.ts';
import { startTestHall, type TestHall } from '../hall.ts';
import { act, letterReady, openCase, openInbox, unfold, until } from './caseworker.ts';
import { type Answers, begin, fillIn, NORD, SAAR, sendApplication, signInToApply } from './citizen.ts';
import { look } from './look.ts';
import { type Guest, openTestBrowser, type TestBrowser } from './open-browser.ts';

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

const ANNA: Answers = {
  whose: 'own',
  'applicant.givenName': 'Anna',
  'applicant.familyName': 'Muster',
  'applicant.birthdate.day': '29',
  'applicant.birthdate.month': '2',
  'applicant.birthdate.year': '1984',
  'address.street': 'Musterweg 7',
  'address.postcode': '8752',
  'address.locality': 'Näfels',
  purpose: 'other',
  purposeOther: 'Für den Verein',
  identityBy: 'proof',
  copies: '2',
  email: 'anna@example.ch',
};

const apply = ({ portal }: { portal: string }, language: string, place: string) =>
  `/${portal}/${language}/services/residence-certificate/apply?place=${place}`;

for (const [language, scripts] of [
  ['de', true],
  ['fr', false],
] as const)
  test(`without an account in ${language}: proof, code by e-mail, checked by staff, refused with reasons`, async () => {
    const [anna, clerk] = [await browser.guest(hall, { scripts, language }), await browser.guest(hall, { language })];
    try {
      await anna.go(apply(NORD, language, 'ch-1630'));
      await anna.press('main form[action*="/apply"] button');
      await fillIn(anna, ANNA, { errs: true, file: png() });
      await confirmEmail(anna, 'anna@example.ch');
      const { number, code } = await sendApplication(anna);

      await openInbox(clerk, { ...NORD, language, staff: 'staff-glarus-nord-2' });
      await openCase(clerk, number);
      await act(clerk, 'take');
      await look(clerk, 'case, identity open');
      await act(clerk, 'check-identity');
      await unfold(clerk, 'refuse');
      await act(clerk, 'refuse');
      await look(clerk, 'case, refuse faults');
      await clerk.page.fill('#refuse', 'Sie sind hier nicht angemeldet.');
      await act(clerk, 'refuse');
      await letterReady(clerk, 'posted');
      await look(clerk, 'case, to be posted');
      await act(clerk, 'posted');
      await look(clerk, 'case, closed');

      await anna.go(`/gl/${language}/status`);
      await anna.page.fill('#number', number);
      await anna.page.fill('#code', code);
      await anna.press('main form button');
      await look(anna, 'status of a case');
      for (const guest of [anna, clerk]) await guest.watch.assertQuiet();
    } finally {
      await Promise.all([anna, clerk].map(({ context }) => context.close()));
    }
  });

/** Asks for a code, types a wrong one, then the one in the newest mail. */
async function confirmEmail(guest: Guest, address: string): Promise<void> {
  await look(guest, 'confirm, ask');
  await guest.press('main form button[value=send]');
  await look(guest, 'confirm, sent');
  await guest.page.fill('#f-code', '000000');
  await guest.press('main form:has(#f-code) button');
  await look(guest, 'confirm, wrong');
  const outbox = await (await fetch(`${hall.url}/dev/outbox`)).text();
  const mail = outbox.split('<article').find((each) => each.includes(address)) ?? '';
  const code = /data-text>[\s\S]*?\b(\d{4}[ -]?\d{4})\b/.exec(mail)?.[1];
  assert.ok(code, mail);
  await guest.page.fill('#f-code', code);
  await guest.press('main form:has(#f-code) button');
}

for (const [portal, language, scripts] of [
  [NORD, 'it', true],
  [SAAR, 'en', false],
] as const)
  test(`a question, an answer, a correction, a withdrawal in ${language}`, async () => {
    const [citizen, clerk] = [
      await browser.guest(hall, { scripts, language }),
      await browser.guest(hall, { scripts, language }),
    ];
    try {
      const place = portal === NORD ? 'ch-1630' : 'de-10041100';
      await citizen.go(apply(portal, language, place));
      await signInToApply(citizen, portal === NORD ? 'urs' : 'sabine');
      await begin(citizen);
      await fillIn(
        citizen,
        { whose: 'family', ...familyOf('Lena'), purpose: 'school', medium: 'paper', copies: '1' },
        { errs: true },
      );
      const { number } = await sendApplication(citizen);
      await openInbox(clerk, { ...portal, language });
      await openCase(clerk, number);
      await act(clerk, 'take');
      await unfold(clerk, 'ask');
      await clerk.page.fill('#ask', 'Welche Schule?');
      await act(clerk, 'ask');
      await look(clerk, 'case, waiting');
      const home = `/${portal.portal}/${language}/account`;
      await citizen.go(`${home}/mailbox`);
      await look(citizen, 'mailbox, unread');
      await citizen.press('main a[href*="/account/mailbox/"]');
      await look(citizen, 'message, question');
      await citizen.press('main button[value=send]');
      await look(citizen, 'message, answer missing');
      await citizen.page.fill('#answer', 'Schule Linth');
      await citizen.press('main button[value=send]');
      await look(citizen, 'message, answered');
      await citizen.go(home);
      await citizen.press(`.matters__one:has-text("${number}") a`);
      await look(citizen, 'own case, open');
      await unfold(citizen, 'correct');
      await act(citizen, 'correct');
      await look(citizen, 'own case, correction missing');
      await unfold(citizen, 'withdraw');
      await act(citizen, 'withdraw');
      await look(citizen, 'own case, withdrawn');
      await until(clerk, () => clerk.page.locator('main:has-text("Schule Linth")').count());
      await look(clerk, 'case, withdrawn');
      for (const guest of [citizen, clerk]) await guest.watch.assertQuiet();
    } finally {
      await Promise.all([citizen, clerk].map(({ context }) => context.close()));
    }
  });

const familyOf = (name: string): Answers => ({
  'family.0.givenName': name,
  'family.0.familyName': 'Muster',
  'family.0.birthdate.day': '3',
  'family.0.birthdate.month': '4',
  'family.0.birthdate.year': '2015',
});
