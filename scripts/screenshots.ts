/**
 * `npm run screenshots`: the pictures of the README, taken of a hall of this release on its own database, with example
 * cases on its desk; the summary as on a small phone, the mailbox in the dark. A change of the look is seen as a change of these pictures.
 */
import { mkdirSync, statSync } from 'node:fs';
import { seededPeople } from '../src/sandbox/world.ts';
import { act, openInbox, unfold, until } from '../tests/browser/caseworker.ts';
import { choosePerson, DIGITAL, fillIn, NORD } from '../tests/browser/citizen.ts';
import { type Guest, openTestBrowser } from '../tests/browser/open-browser.ts';
import { deskOf } from '../tests/desk.ts';
import { exampleCase } from '../tests/example-cases.ts';
import { startTestHall, type TestHall } from '../tests/hall.ts';

const FOLDER = new URL('../docs/screenshots/', import.meta.url).pathname;
const LARGEST_BYTES = 250_000;
const EXAMPLE_CASES = 40;
const APPLY = '/gl/de/services/residence-certificate/apply?place=ch-1630';

const hall = await startTestHall();
const browser = await openTestBrowser();
try {
  mkdirSync(FOLDER, { recursive: true });
  await hall.startWork();
  await layOnDesk(hall);
  const citizen = await browser.guest(hall);
  const clerk = await browser.guest(hall);
  await citizenPictures(citizen);
  const number = await applicationPictures(citizen);
  await deskPictures(clerk, number);
  await mailboxPicture(citizen);
} finally {
  await browser.close();
  await hall.close();
}

async function keep({ page }: Guest, name: string): Promise<void> {
  const path = `${FOLDER}${name}.png`;
  await page.screenshot({ path });
  const { size } = statSync(path);
  console.log(`${name}.png  ${Math.round(size / 1000)} kB`);
  if (size > LARGEST_BYTES) throw new Error(`${name}.png is larger than ${LARGEST_BYTES} bytes`);
}

/** Cases of invented people, received over the last days, so that some are due and some are late. */
async function layOnDesk(of: TestHall): Promise<void> {
  const { desk, close } = await deskOf(of);
  const now = Temporal.Now.instant();
  try {
    const invented = seededPeople.filter(({ acr }) => acr !== undefined);
    const purposes = ['Bank', 'Wohnungssuche', 'Heirat', 'Schule', 'Einbürgerung', 'Ausland'];
    for (let index = 0; index < EXAMPLE_CASES; index++) {
      const one = invented[index % invented.length];
      const other = invented[(index * 7 + 3) % invented.length];
      const [familyName, givenName] = [one?.familyName ?? 'Muster', other?.givenName ?? 'Anna'];
      const purpose = purposes[index % purposes.length] ?? 'Bank';
      await exampleCase(of.database.app, desk, now.subtract({ hours: 3 + index * 2 }), {
        workingDays: 2 + (index % 5),
        label: `${familyName} ${givenName}`,
        answers: { familyName, purpose },
        summary: [{ section: 'Wofür', rows: [{ label: 'Zweck', value: purpose }] }],
      });
    }
  } finally {
    await close();
  }
}

async function citizenPictures(guest: Guest): Promise<void> {
  await guest.go('/gl/de');
  await keep(guest, 'home');
  await guest.go('/gl/de/services/residence-certificate?place=ch-1630');
  await keep(guest, 'service');
}

/** Returns the number of the application. */
async function applicationPictures(guest: Guest): Promise<string> {
  await guest.go(APPLY);
  await guest.press('main a[href*="/sign-in?"]');
  await guest.press('.sign-in-ways .kern-btn');
  await choosePerson(guest, NORD.person);
  await guest.press('main form[action*="/apply"] button');
  await guest.page.check('[name=whose][value=own]');
  await keep(guest, 'form-step');
  await fillIn(guest, DIGITAL);
  await guest.page.setViewportSize({ width: 320, height: 720 });
  await keep(guest, 'summary');
  await guest.page.setViewportSize({ width: 1280, height: 800 });
  await guest.press('main form[action$="/send"] button');
  await keep(guest, 'receipt');
  return (await guest.page.locator('main .case-number').first().textContent()) ?? '';
}

async function deskPictures(guest: Guest, number: string): Promise<void> {
  await openInbox(guest, { ...NORD, language: 'de' });
  for (let left = 6; left > 0; left--) {
    await guest.go('/gl/workbench/de?scope=unassigned');
    await guest.press('.lines__take');
  }
  await guest.go('/gl/workbench/de');
  await keep(guest, 'inbox');
  await guest.go(`/gl/workbench/de?words=${number}`);
  await guest.press(`.lines tr:has-text("${number}") a`);
  await act(guest, 'take');
  await unfold(guest, 'approve');
  await keep(guest, 'case');
  await act(guest, 'approve');
  await until(guest, () => guest.page.locator('form[action$="/deliver"]').count());
  await act(guest, 'deliver');
}

async function mailboxPicture(guest: Guest): Promise<void> {
  await guest.go('/gl/de/account/mailbox');
  await until(guest, () => guest.page.locator('main a[href*="/account/mailbox/"]').count());
  await guest.press('main a[href*="/account/mailbox/"]');
  await guest.page.emulateMedia({ colorScheme: 'dark' });
  await keep(guest, 'mailbox');
}
