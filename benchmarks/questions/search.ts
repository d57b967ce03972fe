import { readFileSync } from 'node:fs';
import { alternate, type Round } from '../alternate.ts';
import type { Question } from '../figure.ts';
import { storm } from '../load.ts';
import type { World } from '../world.ts';

const COUNT = 800;
const CONNECTIONS = 4;

/** A search over the full registers of Saarland and of the Swiss portals, against 25 rows by an index. */
export const search: Question<World> = {
  name: 'search',
  async figures(world) {
    const queries = readFileSync(new URL('../../tests/search/queries.tsv', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'));
    const clients = await world.rawClients(CONNECTIONS);
    const raw = async (): Promise<Round> => {
      const timesMs: number[] = [];
      let next = 0;
      await Promise.all(
        clients.map(async (client) => {
          while (next++ < COUNT) {
            const at = performance.now();
            await client.query({
              name: 'raw-list',
              text: 'select * from hall.authority where key > $1 order by key limit 25',
              values: [`de-${String(next % 9).padStart(2, '0')}`],
            });
            timesMs.push(performance.now() - at);
          }
        }),
      );
      return { timesMs };
    };
    const ours = async (): Promise<Round> => ({
      timesMs: await storm(
        (index) => {
          const [portal = '', lang = '', query = ''] = queries[(index * 7) % queries.length] ?? [];
          return {
            url: `${world.hall.url}/api/v1/search?portal=${portal}&lang=${lang}&q=${encodeURIComponent(query)}`,
          };
        },
        { count: COUNT, connections: CONNECTIONS },
      ),
    });
    const compared = await alternate('search', { raw, ours });
    const beside = `${compared.oursMs.p50.toFixed(2)} ms, raw ${compared.rawMs.p50.toFixed(2)} ms`;
    return [
      { name: 'search over the full registers, p50', value: compared.p50, bar: 8, unit: '×', beside },
      { name: 'search over the full registers, p95', value: compared.p95, bar: 8, unit: '×' },
    ];
  },
};
