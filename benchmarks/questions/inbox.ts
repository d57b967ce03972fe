import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { inboxPage } from '../../src/modules/cases/index.ts';
import { fileKeys } from '../../src/modules/documents/index.ts';
import { boxIn } from '../../src/modules/documents/keys/box.ts';
import { idOfKey, newId } from '../../src/platform/crypto/ids.ts';
import { visitorTo } from '../../tests/hall.ts';
import { type InsideHall, insideOf } from '../../tests/start/drilled-hall.ts';
import { alternate, type Round } from '../alternate.ts';
import type { Question } from '../figure.ts';
import { storm } from '../load.ts';
import type { World } from '../world.ts';

const CASES = 100_000;
const OPEN_SHARE = 0.4;
const BATCH = 4_000;
const LISTS = 400;
const CONNECTIONS = 4;
const AUTHORITY = idOfKey<'authority'>('authority:ch-1630');

const RAW_LIST = `
  select a.case_id, a.number, a.service, a.status, a.received_at, a.due_on, a.assignee_id, a.label, a.wrapped_key, c.language
    from hall.case_authority a join hall.case_record c on c.id = a.case_id
   where a.authority_id = $1 and a.is_open order by a.due_on, a.case_id limit 25`;

/** The inbox of an authority with very many cases, against a list of 25 by an index, joined once. */
export const inbox: Question<World> = {
  name: 'inbox',
  async figures(world) {
    const inside = insideOf(world.hall);
    const clients = await world.rawClients(CONNECTIONS);
    await seedCases(inside, clients[0] as pg.Client);
    const raw = () =>
      inTurn(clients, (client) => client.query({ name: 'raw-inbox', text: RAW_LIST, values: [AUTHORITY] }));
    const ask = await asking(inside, clients[0] as pg.Client);
    const page = await alternate('inbox page by itself', { raw, ours: () => inTurn(clients, ask) });
    const visitor = visitorTo(world.hall.url);
    await visitor.signIn('gl', 'staff-glarus-nord-1', { staff: true, back: '/gl/workbench/de' });
    const cookie = Object.entries(visitor.cookies())
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
    const shot = { url: `${world.hall.url}/gl/workbench/de`, headers: { cookie } };
    const http = await alternate('inbox over HTTP', {
      raw,
      ours: async () => ({ timesMs: await storm(() => shot, { count: LISTS, connections: CONNECTIONS }) }),
    });
    await inside.leave();
    const beside = ({ oursMs, rawMs }: typeof http) => `${oursMs.p50.toFixed(2)} ms, raw ${rawMs.p50.toFixed(2)} ms`;
    return [
      { name: 'inbox over 100,000 cases, its list, p50', value: page.p50, bar: 6, unit: '×', beside: beside(page) },
      { name: 'inbox over 100,000 cases, its list, p95', value: page.p95, bar: 6, unit: '×' },
      {
        name: 'inbox over 100,000 cases, page over HTTP, p50',
        value: http.p50,
        bar: 6,
        unit: '×',
        beside: beside(http),
      },
      { name: 'inbox over 100,000 cases, page over HTTP, p95', value: http.p95, bar: 6, unit: '×' },
    ];
  },
};

/** `LISTS` times over the clients, each with one in flight. */
async function inTurn(clients: readonly pg.Client[], ask: (client: pg.Client) => Promise<unknown>): Promise<Round> {
  const timesMs: number[] = [];
  let next = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (next++ < LISTS) {
        const startedAt = performance.now();
        await ask(client);
        timesMs.push(performance.now() - startedAt);
      }
    }),
  );
  return { timesMs };
}

/** `inboxPage` as the workbench calls it: its own transaction, row-level security, labels opened. */
async function asking({ database, documents }: InsideHall, first: pg.Client): Promise<() => Promise<unknown>> {
  const { rows } = await first.query<{ account_id: string }>(
    'select account_id from hall.staff_membership where authority_id = $1 limit 1',
    [AUTHORITY],
  );
  const personId = rows[0]?.account_id ?? newId();
  const today = Temporal.Now.plainDateISO('Europe/Zurich');
  const question = { authorityId: AUTHORITY, personId, scope: 'open', sort: 'due', today } as const;
  const termKey = randomBytes(32);
  return async () => {
    const { lines } = await database.transaction({ kind: 'staff', personId, authorityId: AUTHORITY }, (tx) =>
      inboxPage(tx, documents, termKey, question),
    );
    if (lines.length !== 25) throw new Error(`${lines.length} lines in an inbox of ${CASES} cases`);
  };
}

/** Cases as they lie after years, four of ten still open; the labels sealed as the product seals them. */
async function seedCases({ settings }: InsideHall, client: pg.Client): Promise<void> {
  const ring = fileKeys({ keyDir: settings.keyDir, createMissing: true });
  for (let made = 0; made < CASES; made += BATCH) {
    const rows = Array.from({ length: BATCH }, (_, index) => {
      const id = newId<'case'>();
      const dataKey = randomBytes(32);
      return {
        id,
        draft: randomUUID(),
        token: randomUUID(),
        number: numberOf(made + index),
        label: boxIn(`case:${id}`, dataKey)
          .sealJson(`Beispieler Regula ${made + index}`, 'label')
          .toString('hex'),
        wrapped: ring.wrap(AUTHORITY, `case:${id}`, dataKey).toString('hex'),
        age: Math.floor(Math.random() * 900),
        isOpen: Math.random() < OPEN_SHARE,
      };
    });
    await client.query(INSERT_CASES, [JSON.stringify(rows), AUTHORITY]);
  }
  await client.query('analyze hall.case_record, hall.case_authority, hall.case_person');
}

const numberOf = (index: number): string => {
  const digits = String(index).padStart(10, '0');
  return `GL-25-${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`;
};

const INSERT_CASES = `
  with given as (
    select * from json_to_recordset($1::json) as g(id uuid, draft uuid, token uuid, number text, label text, wrapped text,
                                                   age int, "isOpen" boolean)
  ), record as (
    insert into hall.case_record (id, number, draft_id, token, portal, service, authority_id, form_version_id, pinned, language,
                                  level, delivery, status, revision, received_at, due_on)
    select id, number, draft, token, 'gl', 'residence-certificate', $2, gen_random_uuid(), '{}', 'de', 'none', 'post',
           case when "isOpen" then 'received' else 'withdrawn' end, 1, now() - make_interval(hours => age), current_date - age / 24 + 3
      from given
  ), person as (
    insert into hall.case_person (case_id, draft_id) select id, draft from given
  )
  insert into hall.case_authority (case_id, authority_id, is_lead, number, service, status, received_at, due_on, label, wrapped_key)
  select id, $2, true, number, 'residence-certificate', case when "isOpen" then 'received' else 'withdrawn' end,
         now() - make_interval(hours => age), current_date - age / 24 + 3, decode(label, 'hex'), decode(wrapped, 'hex')
    from given`;
