import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { stockDrafts } from '../../tests/start/draft-stock.ts';
import { insideOf } from '../../tests/start/drilled-hall.ts';
import { alternate, type Round } from '../alternate.ts';
import type { Question } from '../figure.ts';
import { storm } from '../load.ts';
import type { World } from '../world.ts';

const CONNECTIONS = 16;
const SENT_EACH_ROUND = 300;
const INSERTED_EACH_ROUND = 3_000;
/** One to warm up, five rounds, and all of that again should raw have varied. */
const STOCK = 4 * 6 * SENT_EACH_ROUND;
const PATIENCE_MS = 60_000;

const NOTHING_LEFT = `
  select not exists (select from hall.outbox)
     and not exists (select from graphile_worker._private_jobs where attempts < max_attempts) as done`;

/** Applications received per second over HTTP until their jobs are done too, against rows inserted one by one. */
export const submissions: Question<World> = {
  name: 'submissions',
  async figures(world) {
    const clients = await world.rawClients(CONNECTIONS);
    const inside = insideOf(world.hall);
    const [first] = clients as [pg.Client, ...pg.Client[]];
    await first.query('create table if not exists public.raw_row (id uuid primary key, at timestamptz, bytes bytea)');
    const stock = await stockDrafts(inside, STOCK);
    let next = 0;
    const ours = async (): Promise<Round> => {
      const startedAt = performance.now();
      const timesMs = await storm(
        () => {
          const draft = stock[next++];
          if (!draft) throw new Error('the stock of drafts is used up');
          const headers = {
            cookie: draft.cookie,
            origin: world.hall.url,
            'content-type': 'application/x-www-form-urlencoded',
          };
          return { method: 'POST', url: world.hall.url + draft.send, headers, body: 'send=1' };
        },
        { count: SENT_EACH_ROUND, connections: CONNECTIONS },
      );
      await untilDone(first);
      return { timesMs, rate: perSecond(SENT_EACH_ROUND, startedAt) };
    };
    const { rate, oursRate, rawRate, oursMs } = await alternate('submissions', { raw: () => insert(clients), ours });
    const [kept] = await inside.look<{ count: number }>('select count(*)::int as count from hall.case_record');
    if ((kept?.count ?? 0) < next) throw new Error(`${next} were sent, ${kept?.count} are kept`);
    await first.query('drop table public.raw_row');
    await inside.leave();
    return [
      {
        name: 'applications received, jobs included, of raw inserts',
        value: rate,
        bar: 1 / 15,
        unit: '',
        atLeast: true,
        beside: `${oursRate.toFixed(0)} a second, 1/${(1 / rate).toFixed(1)} of ${rawRate.toFixed(0)}; p50 ${oursMs.p50.toFixed(0)} ms`,
      },
    ];
  },
};

async function insert(clients: readonly pg.Client[]): Promise<Round> {
  const bytes = randomBytes(400);
  const startedAt = performance.now();
  let next = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (next++ < INSERTED_EACH_ROUND)
        await client.query({
          name: 'raw-insert',
          text: 'insert into public.raw_row values ($1, now(), $2)',
          values: [randomUUID(), bytes],
        });
    }),
  );
  return { rate: perSecond(INSERTED_EACH_ROUND, startedAt) };
}

async function untilDone(client: pg.Client): Promise<void> {
  const late = performance.now() + PATIENCE_MS;
  while (performance.now() < late) {
    const { rows } = await client.query<{ done: boolean }>({ name: 'nothing-left', text: NOTHING_LEFT });
    if (rows[0]?.done) return;
    await pause(15);
  }
  throw new Error('jobs are left after a minute');
}

const perSecond = (count: number, startedAt: number): number => (count / (performance.now() - startedAt)) * 1000;
