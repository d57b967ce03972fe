import { Agent } from 'node:http';
import { type Reply, shoot } from '../../../benchmarks/load.ts';
import { type DrilledHall, openDrilledHall } from '../../start/drilled-hall.ts';
import { removeFolder } from '../../start/whole-hall.ts';
import type { Drill } from '../drill.ts';
import { type Random, randomFrom } from '../random.ts';
import { type ForeignRequest, foreignRequest, withIds, withoutIds } from './foreign-requests.ts';
import { inviteStrangers, type Strangers, wordsFor } from './hall-of-strangers.ts';

const LANES = 8;
/** Each so manieth request is made once more with ids of nothing. */
const TWIN_EVERY = 3;
/** These pages say what changes by itself. */
const MOVING = /session|lookedAt|admin\.home/;

/** Everybody asks for what belongs to others, on every route: nothing foreign is shown, nothing is written. */
export const strangers: Drill = {
  name: 'strangers',
  async run({ isReduced, seed, say }) {
    const count = isReduced ? 3_000 : 20_000;
    const drilled = await openDrilledHall();
    const random = randomFrom(seed);
    try {
      const world = await inviteStrangers(drilled);
      say(`${world.actors.length} actors at five authorities, ${world.things.length} things of theirs`);
      const before = await fingerprints(drilled);
      const round = await ask(drilled, world, random, count);
      const faults = [...round.faults, ...differences(before, await fingerprints(drilled))];
      faults.push(...(await wronglyPublished(drilled)));
      const leaks = await withOpenTables(drilled, () => ask(drilled, world, random, isReduced ? 2_000 : 5_000));
      say(
        `${round.asked} requests on ${round.routes.size} routes and methods, ${round.compared} compared with nothing there`,
      );
      say(`with row-level security opened, ${leaks.faults.length} faults are found`);
      const floors = [
        { name: 'foreign requests', value: round.asked, least: count },
        { name: 'routes and methods', value: round.routes.size, least: 60 },
        { name: 'compared with what is not there', value: round.compared, least: count / TWIN_EVERY - 1 },
        { name: 'owners who see their own word', value: world.seenByOwners, least: 10 },
        { name: 'leaks found in an opened database', value: leaks.faults.length, least: 5 },
      ];
      return { floors, faults };
    } finally {
      await drilled.close();
      removeFolder(drilled.hall.dataDir);
    }
  },
};

interface Round {
  asked: number;
  compared: number;
  routes: Set<string>;
  faults: string[];
}

async function ask(drilled: DrilledHall, { actors, things }: Strangers, random: Random, count: number): Promise<Round> {
  const round: Round = { asked: 0, compared: 0, routes: new Set(), faults: [] };
  const all = new Set(things.map(({ canary }) => canary));
  const forbidden = new Map(actors.map((actor) => [actor, [...all.difference(wordsFor(actor, things))]]));
  const agent = new Agent({ keepAlive: true, maxSockets: LANES });
  const lane = async () => {
    while (round.asked < count) {
      const index = round.asked++;
      const request = foreignRequest(random, actors, things);
      round.routes.add(request.route);
      const reply = await send(agent, drilled.hall.url, request, request.ids);
      round.faults.push(...faultsOf(request, reply, forbidden.get(request.actor) ?? []));
      if (index % TWIN_EVERY !== 0 || MOVING.test(request.route)) {
        if (index % TWIN_EVERY === 0) round.compared++;
        continue;
      }
      round.compared++;
      const twin = await send(agent, drilled.hall.url, request, request.twins);
      const [shown, nothing] = [plainOf(reply, request.ids), plainOf(twin, request.twins)];
      if (shown !== nothing)
        round.faults.push(`${nameOf(request)}: not as if it were not there${firstDifference(shown, nothing)}`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  agent.destroy();
  return round;
}

function send(agent: Agent, url: string, request: ForeignRequest, ids: readonly string[]): Promise<Reply> {
  const { actor, method, path, body } = request;
  const headers = {
    ...(actor.cookie && { cookie: actor.cookie }),
    ...(body && { origin: url, 'content-type': 'application/x-www-form-urlencoded' }),
  };
  return shoot(agent, { method, url: url + withIds(path, ids), headers, ...(body && { body: withIds(body, ids) }) });
}

const nameOf = ({ route, actor }: ForeignRequest): string => `${route} by ${actor.name}`;

function faultsOf(request: ForeignRequest, reply: Reply, forbidden: readonly string[]): string[] {
  const said = `${JSON.stringify(reply.headers)}\n${reply.body}`;
  const faults = forbidden
    .filter((word) => said.includes(word))
    .map(() => `${nameOf(request)}: a foreign word is shown`);
  if (reply.status >= 500) faults.push(`${nameOf(request)}: answered by ${reply.status} (${request.path})`);
  const isThere = request.isInPath && reply.status < 300;
  if (isThere) faults.push(`${nameOf(request)}: a foreign thing is there (${reply.status})`);
  return faults;
}

/** How long a session lasts still. */
const CLOCK = /data-(idle|last)-seconds="\d+"/g;

/** What an answer says, beside when and to whom. */
const plainOf = (reply: Reply, ids: readonly string[]): string => {
  const { date: _, 'content-length': __, etag: ___, ...headers } = reply.headers;
  return withoutIds(`${reply.status} ${JSON.stringify(headers)}\n${reply.body}`.replace(CLOCK, ''), [
    ...ids,
    ...ids.map((id) => encodeURIComponent(id)),
  ]);
};

function firstDifference(one: string, other: string): string {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  const from = Math.max(0, at - 30);
  return `: «${one.slice(from, at + 50)}» and «${other.slice(from, at + 50)}»`.replaceAll('\n', ' ');
}

/** Every table that somebody's matters stand in. Who looked, sessions, and content that clerks may change do not count. */
const TABLES = `account application case_authority case_event case_note case_person case_record case_term data_key
  document_code draft email_code file file_place login message outgoing_mail profile_attribute staff_membership`.split(
  /\s+/,
);

async function fingerprints({ look }: DrilledHall): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const table of TABLES) {
    const [row] = await look<{ print: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as print from hall.${table} t`,
    );
    found.set(table, row?.print ?? '');
  }
  return found;
}

const differences = (before: Map<string, string>, after: Map<string, string>): string[] =>
  TABLES.filter((table) => before.get(table) !== after.get(table)).map(
    (table) => `${table} was written: ${before.get(table)?.split(' ')[0]} rows, now ${after.get(table)?.split(' ')[0]}`,
  );

/** Content that somebody published for an authority that they do not work for. */
async function wronglyPublished({ look }: DrilledHall): Promise<string[]> {
  const rows = await look<{ key: string; scope: string }>(
    `select key, scope from hall.pack_version v where origin = 'overlay' and not exists (
       select from hall.staff_membership m where m.account_id = v.written_by and m.authority_id = v.authority_id)`,
  );
  return rows.map(({ key, scope }) => `${key} was published at ${scope} by a stranger`);
}

const CASE_TABLES = [
  'case_record',
  'case_authority',
  'case_person',
  'application',
  'case_event',
  'data_key',
  'draft',
  'message',
  'file',
];

/** The proof that the check can fail: as superuser, let everybody see everything. */
async function withOpenTables(drilled: DrilledHall, work: () => Promise<Round>): Promise<Round> {
  for (const table of CASE_TABLES)
    await drilled.look(`create policy drill_opened on hall.${table} for all to hall_app using (true)`);
  try {
    return await work();
  } finally {
    for (const table of CASE_TABLES) await drilled.look(`drop policy drill_opened on hall.${table}`);
  }
}
