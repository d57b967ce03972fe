import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  brokenCheckpoints,
  type Checkpoint,
  checkpointKey,
  type Fault,
  headsOf,
  readCheckpoints,
  recordActs,
  verifyChains,
  writeCheckpoint,
} from '../../../src/modules/audit/index.ts';
import { newId } from '../../../src/platform/crypto/ids.ts';
import type { Statement, Tx } from '../../../src/platform/db/database.ts';
import { type TestDatabase, testDatabase } from '../../database.ts';
import { removeFolder } from '../../start/whole-hall.ts';
import type { Drill } from '../drill.ts';
import { type Random, randomFrom } from '../random.ts';
import { MUTATIONS, type Tampered } from './mutations.ts';

const CHAINS = ['ch-1630', 'ch-3203', 'ch-261', 'de-10041100'];
const ENTRIES_EACH = 60;
const CHECKPOINTS = 6;

/** The log, changed by a superuser in every way that we know: the check finds each one, and names where it is. */
export const audit: Drill = {
  name: 'audit',
  async run({ isReduced, seed, say }) {
    const mutations = isReduced ? 40 : 200;
    const random = randomFrom(seed);
    const database = await testDatabase();
    const folder = mkdtempSync(join(tmpdir(), 'hall-checkpoints-'));
    const superuser = new pg.Client({ connectionString: database.adminUrl });
    try {
      await superuser.connect();
      await superuser.query(`set session_replication_role = replica`);
      const checkpoints = await writeLog(database, folder, random);
      const faults: string[] = [];
      const { faults: before, entries } = await verifyChains(txOf(superuser), checkpoints);
      if (before.length > 0) faults.push(`the untouched log is said to be wrong: ${describe(before[0])}`);
      say(
        `${entries} entries in ${CHAINS.length} chains, ${checkpoints.length} signed checkpoints outside the database`,
      );
      const kinds = new Set<string>();
      for (let done = 0; done < mutations; done++) {
        const [name, tamper] = MUTATIONS[done % MUTATIONS.length] as (typeof MUTATIONS)[number];
        kinds.add(name);
        const missed = await missedOf(superuser, checkpoints, (client) => tamper(client, random, CHAINS));
        if (missed) faults.push(`${name}: ${missed}`);
      }
      const lines = forgedCheckpoints(checkpoints, folder, random, faults);
      say(`${mutations} changes as superuser, of ${kinds.size} kinds; ${lines} forged checkpoints`);
      const floors = [
        { name: 'entries in the log', value: Number(entries), least: CHAINS.length * ENTRIES_EACH },
        { name: 'changes made', value: mutations, least: isReduced ? 40 : 200 },
        { name: 'kinds of change', value: kinds.size, least: MUTATIONS.length },
      ];
      return { floors, faults };
    } finally {
      await superuser.end();
      await database.close();
      removeFolder(folder);
    }
  },
};

/** One change, what the check says of it, and everything as it was. */
async function missedOf(
  client: pg.Client,
  checkpoints: readonly Checkpoint[],
  tamper: (client: pg.Client) => Promise<Tampered>,
): Promise<string | undefined> {
  await client.query('begin');
  try {
    const { chains, from, to } = await tamper(client);
    const { faults } = await verifyChains(txOf(client), checkpoints);
    if (faults.length === 0) return `not found (${chains[0]} ${from})`;
    const isNamed = faults.some(({ chain, number }) => chains.includes(chain) && number >= from && number <= to);
    return isNamed ? undefined : `found, but not named: ${chains[0]} ${from} is called ${describe(faults[0])}`;
  } finally {
    await client.query('rollback');
  }
}

const describe = (fault: Fault | undefined): string => (fault ? `${fault.chain} ${fault.number} ${fault.what}` : '');

/** Acts in all chains, through the module's own door, and a checkpoint after each part. */
async function writeLog(database: TestDatabase, folder: string, random: Random): Promise<Checkpoint[]> {
  const path = join(folder, 'checkpoints.jsonl');
  const key = checkpointKey(folder);
  for (let part = 1; part <= CHECKPOINTS; part++) {
    for (const chain of CHAINS)
      for (let entry = 0; entry < ENTRIES_EACH / CHECKPOINTS; entry++)
        await database.app.transaction({ kind: 'staff', personId: newId(), authorityId: newId() }, (tx) =>
          recordActs(tx, Temporal.Now.instant(), [
            {
              chain,
              act: random.pick(['case.opened', 'application.submitted', 'case.listed', 'document.opened']),
              subject: { kind: 'case', id: newId() },
              personId: newId(),
              ...(entry % 2 === 0 && { details: { role: 'caseworker', entry } }),
            },
          ]),
        );
    writeCheckpoint(path, key, Temporal.Now.instant(), await database.worker.transaction({ kind: 'job' }, headsOf));
  }
  return readCheckpoints(path);
}

/** Somebody without the key changes a checkpoint, or takes one out from between others: its line is named. */
function forgedCheckpoints(
  checkpoints: readonly Checkpoint[],
  folder: string,
  random: Random,
  faults: string[],
): number {
  const key = checkpointKey(folder);
  let forged = 0;
  for (let line = 0; line < checkpoints.length; line++) {
    const changed = structuredClone([...checkpoints]) as Checkpoint[];
    const head = random.pick(changed[line]?.heads ?? []);
    head.number = String(Number(head.number) - 1);
    const without = checkpoints.filter((_, index) => index !== line);
    for (const [what, list, isFound] of [
      ['changed', changed, brokenCheckpoints(changed, key).includes(line + 1)],
      ['taken out', without, brokenCheckpoints(without, key).includes(line + 1)],
    ] as const) {
      if (what === 'taken out' && line === checkpoints.length - 1) continue;
      forged++;
      if (!isFound) faults.push(`checkpoint ${line + 1} of ${list.length} was ${what}, not found`);
    }
  }
  return forged;
}

/** The superuser's connection, as the check wants it. */
function txOf(client: pg.Client): Tx {
  const ask = <Row>({ text }: Statement<Row>, values: readonly unknown[]) =>
    client.query<Row & object>(text, [...values]);
  return {
    principal: { kind: 'job' },
    many: async (asked, ...values) => (await ask(asked, values)).rows,
    one: async (asked, ...values) => (await ask(asked, values)).rows[0],
    run: async (asked, ...values) => (await ask(asked, values)).rowCount ?? 0,
  };
}
