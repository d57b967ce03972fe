import { alternate } from '../alternate.ts';
import type { Question } from '../figure.ts';
import { storm } from '../load.ts';
import { cpuMsOf } from '../processes.ts';
import type { World } from '../world.ts';

const HOT = '/gl/de/services/residence-certificate?place=ch-1630';
const COUNT = 3_000;
const CONNECTIONS = 4;
const GZIP = { 'accept-encoding': 'gzip' };

/** CPU per request of the process `pid`, while it answers `count` requests. */
async function cpuPerRequest(
  pid: number,
  urls: (index: number) => string,
  count: number,
): Promise<{ cpuMs: number; timesMs: number[] }> {
  const before = cpuMsOf(pid);
  const timesMs = await storm((index) => ({ url: urls(index), headers: GZIP }), { count, connections: CONNECTIONS });
  return { cpuMs: (cpuMsOf(pid) - before) / count, timesMs };
}

/** An anonymous page: again and again the same, and uniformly random ones that nobody has asked for yet. */
export const pages: Question<World> = {
  name: 'pages',
  async figures(world) {
    const reply = await world.get(HOT, GZIP);
    const raw = await world.rawServer(reply);
    const serve = world.servePid();
    const hot = await alternate('hot page', {
      raw: () => cpuPerRequest(raw.pid, () => raw.url, COUNT),
      ours: () => cpuPerRequest(serve, () => world.hall.url + HOT, COUNT),
    });
    const addresses = await randomPages(world);
    let next = 0;
    const uniform = await alternate('random pages', {
      raw: () => cpuPerRequest(raw.pid, () => raw.url, 1_500),
      ours: () => cpuPerRequest(serve, () => world.hall.url + (addresses[next++ % addresses.length] as string), 1_500),
    });
    raw.stop();
    const beside = ({ oursCpuMs, oursMs }: typeof hot) =>
      `${oursCpuMs.toFixed(3)} ms CPU, p50 ${oursMs.p50.toFixed(2)} ms`;
    return [
      { name: 'hot anonymous page, node CPU', value: hot.cpu, bar: 2, unit: '×', beside: beside(hot) },
      {
        name: 'uniformly random service × place, node CPU',
        value: uniform.cpu,
        bar: 25,
        unit: '×',
        beside: beside(uniform),
      },
    ];
  },
};

/** Every service that search finds for some words, at random municipalities: more pages than are ever kept. */
async function randomPages(world: World): Promise<string[]> {
  const keys = new Set<string>();
  for (const word of [
    'anmelden',
    'bewilligung',
    'kind',
    'steuer',
    'ausweis',
    'bau',
    'auto',
    'hund',
    'schule',
    'gesundheit',
  ]) {
    const { body } = await world.get(`/api/v1/search?portal=zh&lang=de&q=${word}`);
    for (const { key } of (JSON.parse(body.toString()) as { results: { key: string }[] }).results) keys.add(key);
  }
  const services = [...keys];
  if (services.length < 30) throw new Error(`only ${services.length} services found to ask for`);
  return Array.from({ length: 20_000 }, () => {
    const service = services[Math.floor(Math.random() * services.length)];
    return `/zh/de/services/${service}?place=ch-${1 + Math.floor(Math.random() * 298)}`;
  });
}
