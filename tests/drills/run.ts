/**
 * `npm run drill`: the long exercises, one after the other. Words choose some (`npm run drill -- kills audit`),
 * `--reduced` takes the counts of CI, `--seed=N` repeats a run. INVALID means that too little happened for a result to mean
 * anything: such a drill is done anew. Exit 1 when one has failed, or was INVALID three times.
 */

import { audit } from './audit/audit.ts';
import { backup } from './backup/backup.ts';
import { type Drill, linesOf, type Outcome, verdictOf } from './drill.ts';
import { kills } from './kills/kills.ts';
import { plantedDefect } from './kills/planted-defect.ts';
import { malformed } from './malformed/malformed.ts';
import { strangers } from './strangers/strangers.ts';

const DRILLS: readonly Drill[] = [kills, plantedDefect, strangers, audit, malformed, backup];

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isReduced = process.argv.includes('--reduced');
const given = process.argv.find((word) => word.startsWith('--seed='))?.slice('--seed='.length);
const seed = given ? Number(given) : Math.floor(Math.random() * 2 ** 31);
const chosen = DRILLS.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
if (chosen.length === 0 || !Number.isInteger(seed)) {
  console.error(`choose of: ${DRILLS.map(({ name }) => name).join(', ')}; --seed=N with a whole number`);
  process.exit(1);
}

/** A drill in which too little happened is done anew, with other chances; one that failed has failed. */
const MOST_TRIES = 3;

async function exercise({ name, run }: Drill): Promise<boolean> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const startedAt = performance.now();
    console.log(`== ${name}, seed ${seed + attempt}${isReduced ? ', reduced' : ''}`);
    const say = (line: string) => console.log(`  ${line}`);
    const outcome = await run({ isReduced, seed: seed + attempt, say }).catch(
      (error: Error): Outcome => ({ floors: [], faults: [`it broke off: ${error.stack}`] }),
    );
    const verdict = verdictOf(outcome);
    for (const line of linesOf(outcome)) console.log(line);
    console.log(`  ${verdict} ${name} in ${Math.round((performance.now() - startedAt) / 1000)} s\n`);
    if (verdict !== 'INVALID') return verdict === 'PASSED';
  }
  return false;
}

let isGood = true;
for (const drill of chosen) isGood = (await exercise(drill)) && isGood;
process.exit(isGood ? 0 : 1);
