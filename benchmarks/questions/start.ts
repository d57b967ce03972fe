import { existsSync, readFileSync } from 'node:fs';
import { startWholeHall } from '../../tests/start/whole-hall.ts';
import { median } from '../alternate.ts';
import type { Question } from '../figure.ts';
import { residentMbOf } from '../processes.ts';
import type { World } from '../world.ts';

/** How long a start takes, what is installed, and what `serve` holds in memory after everything before. */
export const start: Question<World> = {
  name: 'start',
  async figures(world) {
    const residentMb = residentMbOf(world.servePid());
    await world.hall.stop();
    const warm: number[] = [];
    for (let round = 0; round < 5; round++) {
      const hall = await startWholeHall({ dataDir: world.hall.dataDir });
      warm.push(hall.readyMs);
      await hall.stop();
    }
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object };
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: object };
    const installed = Object.keys(lock.packages).filter((path) => path !== '' && existsSync(path)).length;
    return [
      { name: 'serve, resident memory under load', value: residentMb, bar: 250, unit: 'MB' },
      { name: 'warm start', value: median(warm) / 1000, bar: 2, unit: 's' },
      { name: 'first start after the install', value: world.firstReadyMs / 1000, bar: 15, unit: 's' },
      {
        name: 'direct run-time dependencies (platform binaries once)',
        value: Object.keys(manifest.dependencies).length + 2,
        bar: 40,
        unit: '',
      },
      { name: 'installed packages', value: installed, bar: 400, unit: '' },
    ];
  },
};
