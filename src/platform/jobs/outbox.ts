import { newId } from '../crypto/ids.ts';
import { statement, type Tx } from '../db/database.ts';

const WRITE = statement('jobs.write-outbox', 'insert into hall.outbox (id, job, payload) values ($1, $2, $3)');

/**
 * Asks for `job` once this transaction is committed; if it is not, nothing was asked. `payload` holds ids, never
 * personal data.
 */
export async function askForJob(tx: Tx, job: string, payload: Readonly<Record<string, string>>): Promise<void> {
  await tx.run(WRITE, newId(), job, JSON.stringify(payload));
}
