import { openBrowser } from './cookie-browser.ts';

/**
 * Goes through the sandbox as a browser without scripts would: from the address that a portal sent us to, by pressing
 * the button of `key`, to the address that we are returned to (not yet called). '' presses "cancel".
 */
export async function choosePerson(startAddress: string, key: string): Promise<string> {
  const browser = openBrowser();
  const choice = await browser.get(startAddress);
  if (choice.status !== 303) throw new Error(`the sandbox refused: ${await choice.text()}`);
  const chosen = await browser.post(browser.locationOf(choice), { person: key });
  const back = await browser.get(browser.locationOf(chosen));
  return browser.locationOf(back);
}
