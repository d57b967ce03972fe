import { join } from 'node:path';
import { brokenCheckpoints, checkpointKey, readCheckpoints, verifyChains } from '../modules/audit/index.ts';
import { openDatabase } from '../platform/db/database.ts';
import { settingsOfCommand } from './settings-of-command.ts';

/** Checks every chain of the log. Prints each fault; the exit code is 1 when there is one. */
export async function run(): Promise<void> {
  const settings = settingsOfCommand();
  const database = openDatabase({
    url: settings.databaseUrl,
    role: 'hall_owner',
    connections: 1,
    onConnectionError: console.error,
  });
  const checkpoints = readCheckpoints(join(settings.dataDir, 'audit', 'checkpoints.jsonl'));
  const broken = brokenCheckpoints(checkpoints, checkpointKey(settings.keyDir));
  const { faults, entries } = await database.transaction({ kind: 'job' }, (tx) => verifyChains(tx, checkpoints));
  await database.close();
  for (const line of broken) console.log(`checkpoint ${line}: signature or order is wrong`);
  for (const { chain, number, what } of faults) console.log(`${chain} ${number}: ${what}`);
  console.log(`${entries} entries, ${checkpoints.length} checkpoints, ${faults.length + broken.length} faults`);
  if (faults.length + broken.length > 0) process.exitCode = 1;
}
