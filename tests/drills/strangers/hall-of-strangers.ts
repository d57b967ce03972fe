import { randomBytes } from 'node:crypto';
import { applyFor, begin, DIGITAL, fillIn } from '../../apply.ts';
import { type Visitor, visitorTo } from '../../hall.ts';
import type { InsideHall } from '../../start/drilled-hall.ts';

/** Somebody who comes with requests. */
export interface Actor {
  name: string;
  /** The portal they are signed in at. */
  portal: string;
  cookie: string;
  kind: 'person' | 'staff' | 'nobody';
  personId?: string;
  authorityId?: string;
  /** Without an account, by a secret in their cookie. */
  holds?: string;
}

/** A thing that has an id, whose it is, and the word that stands in it and nowhere else. */
export interface Thing {
  kind: 'case' | 'draft' | 'message' | 'document' | 'number';
  id: string;
  personId?: string;
  authorityId: string;
  canary: string;
}

export interface Strangers {
  actors: Actor[];
  things: Thing[];
  /** How many owners were shown their own word: a check for others' words means nothing if nobody ever sees one. */
  seenByOwners: number;
}

const COUNTERS = [
  { portal: 'gl', place: 'ch-1630', person: 'regula', staff: 'staff-glarus-nord-1' },
  { portal: 'gl', place: 'ch-1632', person: 'verena', staff: 'staff-glarus' },
  { portal: 'sg', place: 'ch-3203', person: 'martha', staff: 'staff-st-gallen' },
  { portal: 'zh', place: 'ch-261', person: 'reto', staff: 'staff-zuerich' },
  { portal: 'sl', place: 'de-10041100', person: 'sabine', staff: 'staff-saarbruecken' },
];
const MORE_PEOPLE = ['urs', 'fridolin', 'lena', 'joao'];
const MORE_STAFF: readonly (readonly [portal: string, key: string])[] = [
  ...[
    'lead-glarus-nord',
    'reader-glarus-nord',
    'clerk-glarus-nord',
    'auditor-glarus-nord',
    'lead-glarus',
    'operator',
  ].map((key) => ['gl', key] as const),
  ['gl', 'clerk-glarus'],
  ['sg', 'lead-st-gallen'],
  ['sg', 'clerk-st-gallen'],
  ['zh', 'lead-zuerich'],
  ['zh', 'clerk-zuerich'],
  ['sl', 'lead-saarbruecken'],
  ['sl', 'clerk-saarbruecken'],
];

const newCanary = (): string => `Kanari${randomBytes(9).toString('hex')}`;

/** People and staff of five authorities, with drafts, cases, messages, notes and documents that have a word in them. */
export async function inviteStrangers(inside: InsideHall): Promise<Strangers> {
  const { url } = inside.hall;
  const actors: Actor[] = [];
  const canaries: string[] = [];
  let seenByOwners = 0;
  for (const counter of COUNTERS) {
    const canary = newCanary();
    canaries.push(canary);
    const { portal, place } = counter;
    const person = visitorTo(url);
    await person.signIn(portal, counter.person);
    const words = { ...DIGITAL, purpose: 'other', purposeOther: canary };
    const at = { portal, language: 'de', place };
    const receipt = await applyFor(person, at, words);
    await fillIn(person, await begin(person, at), words);
    const [made] = await inside.look<{ id: string }>('select id from hall.case_record where draft_id = $1', [
      /receipts\/([^/]+)/.exec(receipt)?.[1],
    ]);
    const staff = visitorTo(url);
    const path = `/${portal}/workbench/de/cases/${made?.id}`;
    await staff.signIn(portal, counter.staff, { staff: true, back: `/${portal}/workbench/de` });
    if ((await (await staff.get(path)).text()).includes(canary)) seenByOwners++;
    await act(staff, path, 'note', canary);
    await act(staff, path, 'take', '');
    await act(staff, path, 'ask', `Was ist ${canary}?`);
    if ((await (await person.get(`/${portal}/de/account/cases/${made?.id}`)).text()).includes(canary)) seenByOwners++;
    if (!(await person.get(`${receipt}/document`)).ok) throw new Error(`no receipt for ${counter.person}`);
    actors.push(await actorOf(inside, person, counter.person, portal, 'person'));
    actors.push(await actorOf(inside, staff, counter.staff, portal, 'staff'));
  }
  for (const key of MORE_PEOPLE) actors.push(await signedIn(inside, 'gl', key, 'person'));
  for (const [portal, key] of MORE_STAFF) actors.push(await signedIn(inside, portal, key, 'staff'));
  actors.push({ name: 'nobody', portal: 'gl', cookie: '', kind: 'nobody' });
  for (const name of ['holder 1', 'holder 2']) actors.push(await holder(inside, name, canaries));
  return { actors, things: await thingsIn(inside, canaries), seenByOwners };
}

async function act(staff: Visitor, path: string, name: string, text: string): Promise<void> {
  const page = await (await staff.get(path)).text();
  const seenRevision = /name="seenRevision" value="(\d+)"/.exec(page)?.[1] ?? '';
  const sent = await staff.post(`${path}/${name}`, { seenRevision, text });
  if (sent.status !== 303) throw new Error(`${name} was answered by ${sent.status}`);
}

async function signedIn(inside: InsideHall, portal: string, key: string, kind: 'person' | 'staff'): Promise<Actor> {
  const visitor = visitorTo(inside.hall.url);
  await visitor.signIn(portal, key, kind === 'staff' ? { staff: true, back: `/${portal}/workbench/de` } : {});
  return actorOf(inside, visitor, key, portal, kind);
}

const cookieOf = (visitor: Visitor): string =>
  Object.entries(visitor.cookies())
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');

/** The newest session is theirs. */
async function actorOf(
  inside: InsideHall,
  visitor: Visitor,
  name: string,
  portal: string,
  kind: 'person' | 'staff',
): Promise<Actor> {
  const [session] = await inside.look<{ account_id: string; authority_id: string | null }>(
    `select account_id, authority_id from hall.session where portal = $1 and (role is not null) = $2
      order by created_at desc limit 1`,
    [portal, kind === 'staff'],
  );
  if (!session) throw new Error(`${name} has no session`);
  const { account_id: personId, authority_id: authorityId } = session;
  return { name, portal, cookie: cookieOf(visitor), kind, personId, ...(authorityId && { authorityId }) };
}

/** Somebody without an account, with a draft that has a word in it. */
async function holder(inside: InsideHall, name: string, canaries: string[]): Promise<Actor> {
  const canary = newCanary();
  const visitor = visitorTo(inside.hall.url);
  const start = await begin(visitor, { portal: 'gl', language: 'de', place: 'ch-1630' });
  const draft = /drafts\/([^/]+)/.exec(start)?.[1] ?? '';
  const page = `/gl/de/drafts/${draft}/pages/purpose`;
  await visitor.post(page, { purpose: 'other', purposeOther: canary, shown: 'purpose: purposeOther:' });
  if (!(await (await visitor.get(page)).text()).includes(canary)) throw new Error('the word of a draft was not kept');
  canaries.push(`${canary} ${draft}`);
  return { name, portal: 'gl', cookie: cookieOf(visitor), kind: 'nobody', holds: draft };
}

interface Row {
  kind: Thing['kind'];
  id: string;
  person_id: string | null;
  authority_id: string;
}
const THINGS = `
  select 'case' as kind, id::text, person_id, authority_id from hall.case_record
  union all select 'number', number, person_id, authority_id from hall.case_record
  union all select 'draft', id::text, person_id, authority_id from hall.draft
  union all select 'message', m.id::text, c.person_id, c.authority_id from hall.message m join hall.case_record c on c.id = m.case_id
  union all select 'document', f.id::text, c.person_id, c.authority_id from hall.file f join hall.case_record c on c.id = f.case_id`;

/** Each counter has one authority, and each of its things the word of its person. */
async function thingsIn(inside: InsideHall, canaries: readonly string[]): Promise<Thing[]> {
  const rows = await inside.look<Row>(THINGS);
  const order: string[] = [];
  for (const { place } of COUNTERS) {
    const [found] = await inside.look<{ id: string }>('select id from hall.authority where key = $1', [place]);
    order.push(found?.id ?? '');
  }
  return rows.map(({ kind, id, person_id, authority_id }) => {
    const held = canaries.find((canary) => canary.endsWith(` ${id}`))?.split(' ')[0];
    const canary = held ?? canaries[order.indexOf(authority_id)] ?? '';
    return { kind, id, ...(person_id && { personId: person_id }), authorityId: authority_id, canary };
  });
}

/** What is neither one's own, nor the authority's that one works for. */
export function isForeign(actor: Actor, thing: Thing): boolean {
  if (actor.holds === thing.id) return false;
  if (actor.kind === 'person') return thing.personId === undefined || thing.personId !== actor.personId;
  if (actor.kind === 'staff') return thing.kind === 'draft' || thing.authorityId !== actor.authorityId;
  return true;
}

/** Words that this actor may see: of their own things, or of cases of their authority. */
export const wordsFor = (actor: Actor, things: readonly Thing[]): Set<string> =>
  new Set(things.filter((thing) => !isForeign(actor, thing)).map(({ canary }) => canary));
