import assert from 'node:assert/strict';
import type { Visitor } from './hall.ts';

/** What is typed for the certificate of residence, by field; a field that a page does not show is not sent. */
export type Answers = Readonly<Record<string, string>>;

/** Verified people: digital, into the mailbox. */
export const DIGITAL: Answers = { whose: 'own', purpose: 'bank', medium: 'digital' };

/** Begins an application for a certificate of residence; returns the address of its first page. */
export async function begin(
  visitor: Visitor,
  at: { portal: string; language: string; place: string },
): Promise<string> {
  const apply = `/${at.portal}/${at.language}/services/residence-certificate/apply?place=${at.place}`;
  const sent = await visitor.post(apply, {});
  assert.equal(sent.status, 303, await sent.clone().text());
  return pathOf(sent);
}

export const pathOf = (response: Response): string => response.headers.get('location') ?? '';

/** Fills in page after page until the summary; returns its address. */
export async function fillIn(visitor: Visitor, start: string, answers: Answers): Promise<string> {
  let path = start;
  for (let left = 15; left > 0; left--) {
    const page = await visitor.get(path);
    if (page.status === 303) {
      path = pathOf(page);
      continue;
    }
    const text = await page.text();
    if (/\/summary$/.test(path)) return path;
    const shown = /name="shown" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const revision = /name="revision" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const names = [...text.matchAll(/<(?:input|select|textarea)[^>]* name="([^"]+)"/g)].map(([, name]) => name ?? '');
    const typed = Object.entries(answers).filter(([name]) => names.includes(name));
    const sent = await visitor.post(path, { ...Object.fromEntries(typed), shown, revision });
    assert.equal(sent.status, 303, `${path}: ${(await sent.clone().text()).slice(0, 3_000)}`);
    path = pathOf(sent);
  }
  throw new Error(`no summary after 15 pages: ${path}`);
}

/** Sends what the summary at `path` shows. */
export const send = (visitor: Visitor, summary: string): Promise<Response> =>
  visitor.post(summary.replace(/\/summary.*$/, '/send'), {});

/** From nothing to the receipt; returns the receipt's address. */
export async function applyFor(
  visitor: Visitor,
  at: { portal: string; language: string; place: string },
  answers: Answers = DIGITAL,
): Promise<string> {
  const sent = await send(visitor, await fillIn(visitor, await begin(visitor, at), answers));
  assert.equal(sent.status, 303, await sent.clone().text());
  assert.match(pathOf(sent), /\/receipts\//);
  return pathOf(sent);
}
