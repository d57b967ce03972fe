import { buildWork } from '../build-work.ts';
import { serveUntilAsked } from '../platform/supervisor/keep-running.ts';
import { settingsOfCommand } from './settings-of-command.ts';

/** Does the jobs until it is asked to end. */
export async function run(): Promise<void> {
  const work = await buildWork(settingsOfCommand());
  serveUntilAsked(work.stop);
}
