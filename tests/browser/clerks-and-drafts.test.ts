import { after, before, test } from 'node:test';
import { startTestHall, type TestHall } from '../hall.ts';
import { choosePerson } from './citizen.ts';
import { look } from './look.ts';
import { type Guest, openTestBrowser, type TestBrowser } from './open-browser.ts';

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

const PORTALS = [
  ['gl', 'de', 'clerk-glarus-nord', 'regula', 'ch-1630'],
  ['gl', 'fr', 'clerk-glarus-nord', 'regula', 'ch-1630'],
  ['gl', 'it', 'clerk-glarus-nord', 'regula', 'ch-1630'],
  ['sl', 'en', 'clerk-saarbruecken', 'sabine', 'de-10041100'],
] as const;

async function signInAsStaff(guest: Guest, at: { portal: string; language: string; key: string; back: string }) {
  const query = new URLSearchParams({ provider: 'sandbox-staff', back: at.back });
  await guest.go(`/${at.portal}/workbench/${at.language}/sign-in?${query}`);
  await choosePerson(guest, at.key);
}

for (const [at, [portal, language, key]] of PORTALS.entries())
  test(`what clerks and operators see of ${portal} in ${language} is for everyone`, async () => {
    const scripts = at % 2 === 0;
    const [clerk, operator] = await Promise.all([1, 2].map(() => browser.guest(hall, { language, scripts })));
    if (!clerk || !operator) throw new Error('no browser');
    const admin = `/${portal}/admin/${language}`;
    try {
      await signInAsStaff(clerk, { portal, language, key, back: admin });
      await look(clerk, 'clerk');
      await clerk.go(`${admin}/authority`);
      await look(clerk, 'clerk, offices');
      const office = clerk.page.locator('main a[href*="/authority?"]').first();
      if ((await office.count()) > 0) {
        await clerk.go((await office.getAttribute('href')) ?? '');
        await look(clerk, 'clerk, office');
      }
      const service = `${admin}/services/residence-certificate`;
      await clerk.go(service);
      await look(clerk, 'clerk, service');
      await clerk.page.fill('main [name=days]', 'bald');
      await clerk.press('main form:has([name=days]) button');
      await look(clerk, 'clerk, service faults');
      await clerk.go(`${service}/provenance`);
      await look(clerk, 'clerk, provenance');
      await signInAsStaff(operator, { portal, language, key: 'operator', back: `${admin}/operator` });
      await look(operator, 'operator');
      await operator.go(`${admin}/operator/notice`);
      await look(operator, 'operator, notice');
      await operator.press('main form button');
      await look(operator, 'operator, notice faults');
      for (const guest of [clerk, operator]) await guest.watch.assertQuiet();
    } finally {
      await Promise.all([clerk, operator].map(({ context }) => context.close()));
    }
  });

for (const [at, [portal, language, , person, place]] of PORTALS.entries())
  test(`a draft kept for later, and the session, in ${language}`, async () => {
    const guest = await browser.guest(hall, { language, scripts: at % 2 === 1 });
    const home = `/${portal}/${language}`;
    try {
      await guest.go(`${home}/account`);
      await look(guest, 'account, not signed in');
      await guest.go(`${home}/sign-in?level=substantial&back=${home}/account`);
      await guest.press('.sign-in-ways .kern-btn');
      await choosePerson(guest, person);
      await look(guest, 'account, empty');
      await guest.go(`${home}/services/residence-certificate/apply?place=${place}`);
      await guest.press('main form[action*="/apply"] button');
      await guest.press('main form button[value=later]');
      await look(guest, 'draft, kept');
      await guest.go(`${home}/services/residence-certificate/apply?place=${place}`);
      await look(guest, 'apply, begun before');
      await guest.go(`${home}/account`);
      await look(guest, 'account, draft');
      await guest.press('.matters__title');
      await look(guest, 'draft');
      await guest.press('main a[href$="/delete"]');
      await look(guest, 'draft, delete');
      await guest.press('main form button');
      await look(guest, 'draft, deleted');
      await guest.go(`${home}/session`);
      await look(guest, 'session');
      await guest.go(`${home}/sign-out`);
      await look(guest, 'sign-out');
      await guest.press('main form button');
      await look(guest, 'signed out');
      await guest.watch.assertQuiet();
    } finally {
      await guest.context.close();
    }
  });
