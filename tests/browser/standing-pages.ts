import { randomUUID } from 'node:crypto';
import { look } from './look.ts';
import type { Guest } from './open-browser.ts';

/** Pages of a portal that anybody may open, and what they are called here; below `/:portal/:language`. */
export interface StandingPages {
  described: string;
  undescribed: string;
  situation: string;
  authority: string;
  /** Words that find nothing, and words that stand for several places. */
  nothing: string;
  several: string;
}

export const GLARUS: StandingPages = {
  described: 'residence-certificate?place=ch-1630',
  undescribed: 'certificate-of-life',
  situation: 'moving',
  authority: 'ch-1630',
  nothing: 'xyzzyqu',
  several: 'baugesuch neuenkirch',
};

export const SAARLAND: StandingPages = {
  described: 'residence-certificate?place=de-10041100',
  undescribed: 'ozg-10514',
  situation: 'ozg-12',
  authority: 'de-10041100',
  nothing: 'xyzzyqu',
  several: 'gewerbe neunkirchen',
};

/** Opens and looks at every page that stands still, with what it says to nonsense. */
export async function lookAtStandingPages(guest: Guest, home: string, pages: StandingPages): Promise<void> {
  const { page } = guest;
  const at = async (name: string, path: string) => {
    await guest.go(`${home}${path}`);
    await look(guest, name);
  };
  await at('home', '');
  await at('home at a place', `?place=${pages.authority}`);
  await at('search, empty', '/search');
  await at('search, nothing', `/search?q=${pages.nothing}`);
  await at('search, several places', `/search?q=${encodeURIComponent(pages.several)}`);
  await at('services', '/services');
  await at('service, described', `/services/${pages.described}`);
  await at('service, undescribed', `/services/${pages.undescribed}`);
  await at('situation', `/situations/${pages.situation}`);
  await at('authorities', '/authorities');
  await at('authority', `/authorities/${pages.authority}`);
  await at('place', '/place');
  await page.fill('#place', 'qqqxxq');
  await guest.press('.place-form button');
  await look(guest, 'place, unknown');
  await page.fill('#place', 'Neuenkirchen');
  await guest.press('.place-form button');
  await look(guest, 'place, several');
  for (const name of ['imprint', 'privacy', 'accessibility', 'contact', 'feedback', 'sign-in', 'verify'])
    await at(name, `/${name}`);
  await page.fill('#code', 'AAAA-BBBB');
  await guest.press('main form button');
  await look(guest, 'verify, wrong');
  await at('status', '/status');
  await page.fill('#number', 'GL-26-0000-0000-00');
  await page.fill('#code', 'AAAA-BBBB');
  await guest.press('main form button');
  await look(guest, 'status, unknown');
  await at('feedback', '/feedback');
  await guest.press('main form button');
  await look(guest, 'feedback, empty');
  await page.fill('main textarea', 'Mehr Bilder');
  await guest.press('main form button');
  await look(guest, 'feedback, sent');
  await guest.go(home);
  await guest.press('.feedback-line button[value=no]');
  await look(guest, 'feedback, no');
  await at('404', `/services/${randomUUID()}`);
  await at('sign-out, nobody', '/sign-out');
}
