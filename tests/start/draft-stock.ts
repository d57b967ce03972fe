import type { DraftContent, DraftRecord } from '../../src/modules/forms/drafts/draft.ts';
import { findDraft, insertDraft } from '../../src/modules/forms/drafts/draft-store.ts';
import { newId } from '../../src/platform/crypto/ids.ts';
import type { Principal } from '../../src/platform/db/principal.ts';
import { begin, DIGITAL, fillIn } from '../apply.ts';
import { visitorTo } from '../hall.ts';
import type { InsideHall } from './drilled-hall.ts';

/** A draft that is filled in and shown: one press of the button from being a case. */
export interface StockedDraft {
  id: string;
  /** Path of the button that sends it. */
  send: string;
  receipt: string;
  /** Of the person whose draft it is. */
  cookie: string;
}

/** People who are known for sure, each at a counter of their own: so there are several chains and keys. */
const APPLICANTS = [
  { person: 'regula', portal: 'gl', place: 'ch-1630' },
  { person: 'urs', portal: 'gl', place: 'ch-1630' },
  { person: 'verena', portal: 'gl', place: 'ch-1632' },
  { person: 'matteo', portal: 'gl', place: 'ch-1632' },
  { person: 'martha', portal: 'sg', place: 'ch-3203' },
  { person: 'reto', portal: 'zh', place: 'ch-261' },
  { person: 'claire', portal: 'zh', place: 'ch-261' },
  { person: 'sabine', portal: 'sl', place: 'de-10041100' },
  { person: 'katrin', portal: 'sl', place: 'de-10041100' },
];

/**
 * `count` drafts. Each applicant fills one in as people do, through the pages; the others are copies of what the server
 * made of it, each under a key of its own.
 */
export async function stockDrafts(drilled: InsideHall, count: number): Promise<StockedDraft[]> {
  const filled: FilledDraft[] = [];
  for (const applicant of APPLICANTS) filled.push(await fillOne(drilled, applicant));
  const stock: StockedDraft[] = [];
  for (let made = 0; made < count; made += BATCH) {
    const part = Array.from({ length: Math.min(BATCH, count - made) }, (_, index) => made + index);
    stock.push(
      ...(await Promise.all(part.map((index) => copyOf(drilled, filled[index % filled.length] as FilledDraft)))),
    );
  }
  return stock;
}

const BATCH = 10;

interface FilledDraft {
  record: DraftRecord;
  content: DraftContent;
  cookie: string;
  root: string;
}

async function fillOne(
  drilled: InsideHall,
  { person, portal, place }: (typeof APPLICANTS)[number],
): Promise<FilledDraft> {
  const visitor = visitorTo(drilled.hall.url);
  await visitor.signIn(portal, person);
  const summary = await fillIn(visitor, await begin(visitor, { portal, language: 'de', place }), DIGITAL);
  const draftId = /\/drafts\/([^/]+)\//.exec(summary)?.[1] ?? '';
  const [owner] = await drilled.look<{ person_id: string }>('select person_id from hall.draft where id = $1', [
    draftId,
  ]);
  const principal: Principal = { kind: 'person', personId: owner?.person_id ?? '' };
  const { record, content } = await drilled.database.transaction(principal, async (tx) => {
    const found = await findDraft(tx, draftId);
    if (!found) throw new Error(`the draft of ${person} is not there`);
    const box = await drilled.documents.openBox(tx, { draftId });
    return { record: found.record, content: box.openJson(found.sealed, 'draft') as DraftContent };
  });
  if (!content.shown) throw new Error(`the summary of ${person} was not shown`);
  const cookie = Object.entries(visitor.cookies())
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  return { record, content: { ...content, shown: { ...content.shown, revision: 1 } }, cookie, root: `/${portal}/de` };
}

async function copyOf(drilled: InsideHall, { record, content, cookie, root }: FilledDraft): Promise<StockedDraft> {
  const id = newId<'draft'>();
  const principal: Principal = { kind: 'person', personId: record.personId ?? '' };
  await drilled.database.transaction(principal, async (tx) => {
    const box = await drilled.documents.newBox(tx, { draftId: id, authorityId: record.authorityId });
    await insertDraft(tx, { ...record, id, sealed: box.sealJson(content, 'draft') });
  });
  return { id, send: `${root}/drafts/${id}/send`, receipt: `${root}/receipts/${id}`, cookie };
}
