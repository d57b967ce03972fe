import assert from 'node:assert/strict';
import { look } from './look.ts';
import type { Guest } from './open-browser.ts';

/** Where an application is made, and how people there ask for it. */
export interface Scene {
  portal: string;
  language: string;
  words: string;
  place: string;
  /** Key of the sandbox. */
  person: string;
  staff: string;
}

export const NORD = { portal: 'gl', place: '8752', person: 'regula', staff: 'staff-glarus-nord-1' };
export const SAAR = { portal: 'sl', place: '66123', person: 'sabine', staff: 'staff-saarbruecken' };

/** A field's name → what is typed or chosen. What a page does not ask is left out. */
export type Answers = Readonly<Record<string, string>>;

export const DIGITAL: Answers = { whose: 'own', purpose: 'bank', medium: 'digital' };

/** From the portal's front page to the page on which one applies, as somebody does who knows no address. */
export async function findService(guest: Guest, { portal, language, words, place }: Scene): Promise<void> {
  const { page } = guest;
  await guest.go(`/${portal}/${language}`);
  await look(guest, 'home');
  await page.fill('#find', words);
  await guest.press('.find__go');
  await look(guest, 'search');
  await guest.press('.found__title[href*="/services/residence-certificate"]');
  await look(guest, 'service, no place');
  await page.fill('#place-q', place);
  await guest.press('.place-ask button');
  if (page.url().includes('/place')) {
    await look(guest, 'place, several');
    await guest.press('.place-candidate');
  }
  await look(guest, 'service');
  await guest.press('main a[href*="/apply"]:not([href*="sign-in"])');
  await look(guest, 'apply');
}

/** At the sandbox, as `key`; comes back to where it was asked for. */
export async function choosePerson(guest: Guest, key: string): Promise<void> {
  await guest.press(`button[name=person][value="${key}"]`);
}

/** From the page of the application through the sandbox, back to it. */
export async function signInToApply(guest: Guest, person: string): Promise<void> {
  await guest.press('main a[href*="/sign-in?"]');
  await look(guest, 'sign-in');
  await guest.press('.sign-in-ways .kern-btn');
  await look(guest, 'sandbox');
  await choosePerson(guest, person);
  await look(guest, 'apply, signed in');
}

/** Presses «begin», whichever way it is called. */
export const begin = (guest: Guest): Promise<void> => guest.press('main form[action*="/apply"] button');

/** Page after page until the summary. `errs`: every page is sent empty first, so that it is seen with its faults. */
export async function fillIn(
  guest: Guest,
  answers: Answers,
  { errs = false, file }: { errs?: boolean; file?: Buffer } = {},
): Promise<void> {
  const { page } = guest;
  const sentEmpty = new Set<string>();
  for (let left = 24; left > 0; left--) {
    const path = new URL(page.url()).pathname;
    const name = /\/pages\/(\w+)/.exec(path)?.[1];
    if (!name) return;
    const hasFault = (await page.locator('.error-summary').count()) > 0;
    await look(guest, `form ${name}${hasFault ? ', faults' : ''}`);
    if (errs && !sentEmpty.has(name)) {
      sentEmpty.add(name);
      await guest.press('main form button[value=next]:not([aria-hidden])');
      continue;
    }
    await answerPage(guest, answers);
    const chooser = page.locator('main input[type=file]');
    if (file && (await chooser.count()) > 0)
      await chooser.setInputFiles({ name: 'ausweis.png', mimeType: 'image/png', buffer: file });
    await guest.press('main form button[value=next]:not([aria-hidden])');
  }
  throw new Error(`no end of pages: ${page.url()}`);
}

async function answerPage({ page }: Guest, answers: Answers): Promise<void> {
  for (const [name, value] of Object.entries(answers)) {
    const fields = page.locator(`main [name="${name}"]`);
    const first = fields.first();
    if ((await fields.count()) === 0) continue;
    const type = await first.getAttribute('type');
    if (type === 'radio' || type === 'checkbox') await page.check(`main [name="${name}"][value="${value}"]`);
    else if ((await first.evaluate(({ tagName }) => tagName)) === 'SELECT') await first.selectOption(value);
    else await first.fill(value);
  }
}

/** Sends what the summary shows; leaves the browser on the receipt. Returns number and code. */
export async function sendApplication(guest: Guest): Promise<{ number: string; code: string }> {
  await look(guest, 'summary');
  await guest.press('main form[action$="/send"] button');
  assert.match(guest.page.url(), /\/receipts\//);
  await look(guest, 'receipt');
  const [number = '', code = ''] = await guest.page.locator('main .case-number').allTextContents();
  return { number, code };
}
