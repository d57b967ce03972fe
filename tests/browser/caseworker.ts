import { choosePerson } from './citizen.ts';
import { look } from './look.ts';
import type { Guest } from './open-browser.ts';

/** Signs in at the workbench; leaves the browser on the inbox. */
export async function openInbox(guest: Guest, at: { portal: string; language: string; staff: string }): Promise<void> {
  await guest.go(`/${at.portal}/workbench/${at.language}`);
  await look(guest, 'sign-in');
  await guest.press('.sign-in-ways .kern-btn');
  await look(guest, 'sandbox, staff');
  await choosePerson(guest, at.staff);
  await look(guest, 'inbox');
}

/** Opens the case with this number out of the list. */
export async function openCase(guest: Guest, number: string): Promise<void> {
  await guest.press(`.lines tr:has-text("${number}") a`);
  await look(guest, 'case, new');
}

export const act = (guest: Guest, name: string): Promise<void> => guest.press(`form[action$="/${name}"] button`);

/** Unfolds what holds the form of an act. */
export async function unfold(guest: Guest, name: string): Promise<void> {
  const fold = guest.page.locator(`details:has(form[action$="/${name}"])`);
  if ((await fold.count()) > 0 && (await fold.first().getAttribute('open')) === null)
    await fold.first().locator('summary').click();
}

/** Takes the case, issues what was asked for, waits for the letter and delivers it. */
export async function issue(guest: Guest): Promise<void> {
  await act(guest, 'take');
  await look(guest, 'case, mine');
  await unfold(guest, 'approve');
  await look(guest, 'case, certificate');
  await act(guest, 'approve');
  await letterReady(guest, 'deliver');
  await look(guest, 'case, ready');
  await act(guest, 'deliver');
}

/** The letter is written in the background; the page says so until it is there. */
export async function letterReady(guest: Guest, next: 'deliver' | 'posted'): Promise<void> {
  await look(guest, 'case, decided');
  await until(guest, () => guest.page.locator(`form[action$="/${next}"]`).count());
}

/** Loads the page again until `look` finds something. */
export async function until(guest: Guest, found: () => Promise<number>, patienceMs = 20_000): Promise<void> {
  const ends = performance.now() + patienceMs;
  while ((await found()) === 0) {
    if (performance.now() > ends) throw new Error(`nothing came in time: ${guest.page.url()}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await guest.page.goto(guest.page.url().replace(/[?#].*$/, ''));
  }
}
