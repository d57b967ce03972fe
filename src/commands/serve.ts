import { buildHall } from '../build.ts';
import { serveUntilAsked } from '../platform/supervisor/keep-running.ts';
import { settingsOfCommand } from './settings-of-command.ts';

/** Answers requests until it is asked to end; requests that are being answered then still get their answer. */
export async function run(): Promise<void> {
  const hall = await buildHall(settingsOfCommand());
  await hall.listen();
  hall.warm();
  serveUntilAsked(hall.close);
}
