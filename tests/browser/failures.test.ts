import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { withClient } from '../../src/platform/postgres/with-client.ts';
import { deskOf } from '../desk.ts';
import { exampleCase } from '../example-cases.ts';
import { startTestHall, type TestHall } from '../hall.ts';
import { act, openInbox, unfold } from './caseworker.ts';
import { NORD } from './citizen.ts';
import { look } from './look.ts';
import { type Guest, openTestBrowser, type TestBrowser } from './open-browser.ts';

let hall: TestHall;
let browser: TestBrowser;
before(async () => {
  hall = await startTestHall({ environment: { LIMIT_FACTOR: '1' } });
  browser = await openTestBrowser();
});
after(async () => {
  await browser.close();
  await hall.close();
});

const LANGUAGES = ['de', 'fr', 'it', 'en'];
const last = (guest: Guest) => guest.watch.statuses.at(-1);

async function inEach(visit: (guest: Guest, home: string, language: string) => Promise<void>, portal = 'gl') {
  for (const [at, language] of LANGUAGES.entries()) {
    const guest = await browser.guest(hall, { language, scripts: at % 2 === 0 });
    try {
      await visit(guest, `/${portal}/${language}`, language);
      await guest.watch.assertQuiet();
    } finally {
      await guest.context.close();
    }
  }
}

test('an address that is none, nonsense, and too much text: a page that says what to do', () =>
  inEach(async (guest, home) => {
    await guest.go(`${home}/nowhere`);
    await look(guest, '404');
    assert.equal(last(guest), 404);
    await guest.go(`${home}/search?q=%00`);
    await look(guest, '400');
    assert.equal(last(guest), 400);
    await guest.go(`${home}/feedback`);
    await guest.page.locator('main textarea').evaluate((field) => field.removeAttribute('maxlength'));
    await guest.page.fill('main textarea', 'a'.repeat(100_000));
    await guest.press('main form button');
    await look(guest, '413');
    assert.equal(last(guest), 413);
  }));

test('what was typed is kept when the session has ended', () =>
  inEach(async (guest, home) => {
    await guest.go(`${home}/services/residence-certificate/apply?place=ch-1630`);
    await guest.press('main form[action*="/apply"] button');
    await guest.go(guest.page.url().replace('/whose', '/applicant'));
    await guest.page.fill('[name="applicant.givenName"]', 'Anna Katharina');
    await guest.context.clearCookies();
    await guest.press('main form button[value=next]:not([aria-hidden])');
    assert.equal(last(guest), 404);
    assert.match(await guest.page.content(), /Anna Katharina/);
    await look(guest, 'session ended');
    await guest.go(`${home}/account`);
    await look(guest, 'account, not signed in');
  }));

test('two caseworkers at once, and one who may not', async () => {
  const { desk, close } = await deskOf(hall);
  try {
    for (const language of LANGUAGES) {
      const { number } = await exampleCase(hall.database.app, desk, Temporal.Now.instant(), {
        label: `Zweifel ${language}`,
      });
      const [sandra, beat] = [await browser.guest(hall, { language }), await browser.guest(hall, { language })];
      await openInbox(sandra, { ...NORD, language });
      await openInbox(beat, { ...NORD, language, staff: 'staff-glarus-nord-2' });
      for (const guest of [sandra, beat]) await guest.press(`.lines tr:has-text("${number}") a`);
      await act(sandra, 'take');
      await beat.page.fill('#note', 'Ich nehme das.');
      await act(beat, 'take');
      assert.equal(last(beat), 409);
      await look(beat, 'case, 409');
      await unfold(sandra, 'approve');
      await sandra.page.fill('[name="dateOfBirth-0"]', '14.3.1984');
      await act(sandra, 'approve');
      await look(sandra, 'case, certificate faults');
      await beat.go(`/gl/workbench/${language}/cases/01900000-0000-7000-8000-000000000000`);
      await look(beat, 'case, 404');
      for (const guest of [sandra, beat]) await guest.watch.assertQuiet();
      await Promise.all([sandra, beat].map(({ context }) => context.close()));
    }
  } finally {
    await close();
  }
});

test('too many tries, and a database that is away', async () => {
  await inEach(async (guest, home) => {
    await guest.go(`${home}/feedback`);
    await guest.page.fill('main textarea', 'Mehr Bilder');
    const { origin } = new URL(hall.url);
    for (let left = 12; left > 0; left--)
      await guest.context.request.post(`${hall.url}${home}/feedback`, {
        form: { page: '/de', found: 'yes' },
        headers: { origin },
      });
    await guest.press('main form button');
    assert.equal(last(guest), 429);
    await look(guest, '429');
  });
  await hall.database.cutOff();
  await inEach(async (guest, home) => {
    await guest.go(`${home}/verify/AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA`);
    assert.equal(last(guest), 503);
    await look(guest, '503');
  });
  await withClient(hall.database.adminUrl, (client) => client.query('select 1'));
});
