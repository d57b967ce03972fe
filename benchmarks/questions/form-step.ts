import { begin, pathOf } from '../../tests/apply.ts';
import { type Visitor, visitorTo } from '../../tests/hall.ts';
import { alternate, type Round } from '../alternate.ts';
import type { Question } from '../figure.ts';
import { storm } from '../load.ts';
import { cpuMsOf, postgresProcesses } from '../processes.ts';
import type { World } from '../world.ts';

const PEOPLE = ['regula', 'urs', 'verena', 'matteo'];
const STEPS = 240;
const RAW_REQUESTS = 4_000;
/** POST and GET. */
const EXCHANGES = 2;

/**
 * One page of a form sent, the redirect, and the next page: session, draft and database included, without any cache.
 * Raw answers the same two exchanges.
 */
export const formStep: Question<World> = {
  name: 'form-step',
  async figures(world) {
    const walkers = await Promise.all(PEOPLE.map((person) => walkerFor(world, person)));
    const [first] = walkers as [Walker, ...Walker[]];
    const raw = await world.rawServer(await world.get(first.from, { cookie: first.cookie }));
    const serve = world.servePid();
    let databaseMs: number[] = [];
    const compared = await alternate('form step', {
      raw: async () => {
        const before = cpuMsOf(raw.pid);
        await storm(() => ({ url: raw.url }), { count: RAW_REQUESTS, connections: PEOPLE.length });
        return { cpuMs: (cpuMsOf(raw.pid) - before) / (RAW_REQUESTS / EXCHANGES) };
      },
      ours: async (): Promise<Round> => {
        const before = cpuMsOf(serve);
        const databaseBefore = databaseCpu(world);
        const timesMs = (await Promise.all(walkers.map((walker) => walk(walker, STEPS / PEOPLE.length)))).flat();
        databaseMs = [...databaseMs, (databaseCpu(world) - databaseBefore) / STEPS].slice(-5);
        return { cpuMs: (cpuMsOf(serve) - before) / STEPS, timesMs };
      },
    });
    raw.stop();
    const database = databaseMs.reduce((sum, ms) => sum + ms, 0) / databaseMs.length;
    const beside = `${compared.oursCpuMs.toFixed(2)} ms CPU, of the database ${database.toFixed(2)} ms, p50 ${compared.oursMs.p50.toFixed(1)} ms`;
    return [{ name: 'form step (POST, redirect, GET), node CPU', value: compared.cpu, bar: 40, unit: '×', beside }];
  },
};

interface Walker {
  visitor: Visitor;
  cookie: string;
  /** The page that is sent again and again, each time with another answer. */
  from: string;
  revision: string;
  shown: string;
  turn: number;
}

async function walkerFor(world: World, person: string): Promise<Walker> {
  const visitor = visitorTo(world.hall.url);
  await visitor.signIn('gl', person);
  const start = await begin(visitor, { portal: 'gl', language: 'de', place: 'ch-1630' });
  const from = start.replace(/\/drafts\/([^/]+).*$/, '/drafts/$1/pages/purpose');
  const page = await (await visitor.get(from)).text();
  const cookie = Object.entries(visitor.cookies())
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  return { visitor, cookie, from, revision: hidden(page, 'revision'), shown: '', turn: 0 };
}

const hidden = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

async function walk(walker: Walker, steps: number): Promise<number[]> {
  const timesMs: number[] = [];
  for (let step = 0; step < steps; step++) {
    const startedAt = performance.now();
    const purpose = walker.turn++ % 2 === 0 ? 'bank' : 'housing';
    const sent = await walker.visitor.post(walker.from, { purpose, shown: '', revision: walker.revision });
    const page = await walker.visitor.get(pathOf(sent));
    const text = await page.text();
    if (sent.status !== 303 || page.status !== 200)
      throw new Error(`${sent.status}, ${page.status}: ${text.slice(0, 300)}`);
    walker.revision = hidden(text, 'revision');
    timesMs.push(performance.now() - startedAt);
  }
  return timesMs;
}

const databaseCpu = (world: World): number =>
  postgresProcesses(world.hall.cluster).reduce((sum, pid) => sum + cpuMsOf(pid), 0);
