import { alternate, type Round } from '../alternate.ts';
import type { Question } from '../figure.ts';
import { storm } from '../load.ts';
import type { World } from '../world.ts';

const COUNT = 1_500;
const CONNECTIONS = 4;
const EXACT = ['8750', 'glarus', 'st gallen', 'zürich', 'Winterthur', '8752', 'Näfels', 'rapperswil', '9000', 'wil'];
const TYPOS = [
  'glaurs',
  'wintertur',
  'rapperswill',
  'zürch',
  'st galen',
  'nafles',
  'hinwill',
  'bülag',
  'ustr',
  'dietkon',
];

/** A place as people type it, against one row by its key. Both over four connections. */
export const places: Question<World> = {
  name: 'places',
  async figures(world) {
    const clients = await world.rawClients(CONNECTIONS);
    const keys =
      (await clients[0]?.query<{ key: string }>(`select key from hall.authority where country = 'ch' limit 500`))
        ?.rows ?? [];
    const raw = async (): Promise<Round> => {
      const timesMs: number[] = [];
      let next = 0;
      await Promise.all(
        clients.map(async (client) => {
          while (next < COUNT) {
            const key = keys[next++ % keys.length]?.key;
            const at = performance.now();
            await client.query({
              name: 'raw-place',
              text: 'select * from hall.authority where key = $1',
              values: [key],
            });
            timesMs.push(performance.now() - at);
          }
        }),
      );
      return { timesMs };
    };
    const ours = (words: readonly string[]) => async (): Promise<Round> => ({
      timesMs: await storm(
        (index) => ({
          url: `${world.hall.url}/api/v1/places?portal=gl&q=${encodeURIComponent(words[index % words.length] as string)}`,
        }),
        { count: COUNT, connections: CONNECTIONS },
      ),
    });
    const exact = await alternate('place look-up', { raw, ours: ours(EXACT) });
    const typos = await alternate('place look-up, typos', { raw, ours: ours(TYPOS) });
    const beside = ({ oursMs, rawMs }: typeof exact) => `${oursMs.p50.toFixed(2)} ms, raw ${rawMs.p50.toFixed(2)} ms`;
    return [
      { name: 'place look-up, p50', value: exact.p50, bar: 4, unit: '×', beside: beside(exact) },
      { name: 'place look-up, p95', value: exact.p95, bar: 4, unit: '×' },
      { name: 'place look-up with typos, p50', value: typos.p50, bar: 12, unit: '×', beside: beside(typos) },
      { name: 'place look-up with typos, p95', value: typos.p95, bar: 12, unit: '×' },
    ];
  },
};
