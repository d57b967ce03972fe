import { quantile } from '../../../benchmarks/alternate.ts';
import { type StockedDraft, stockDrafts } from '../../start/draft-stock.ts';
import { type DrilledHall, openDrilledHall } from '../../start/drilled-hall.ts';
import { removeFolder } from '../../start/whole-hall.ts';
import type { Drill, DrillAsk, Outcome } from '../drill.ts';
import { type Random, randomFrom } from '../random.ts';
import { takeAim } from './aim.ts';
import { compareWithLedger } from './compare.ts';
import { killNow, processesOf, type Target } from './kill.ts';
import { type Line, pause, sendOne, type Watcher } from './ledger.ts';

export interface KillsPlan {
  submissions: number;
  kills: number;
  /** So many of the kills of the server are aimed at the moment between a commit and its answer; the others are not. */
  aimedShare: number;
  /** A source tree with a defect in it; else ours. */
  root?: string;
}

const CLIENTS = 16;
/** Of the kills, how many must have fallen between the commit and its acknowledgement: one in ten. */
const HITS = 0.1;
const READY_BAR_MS = 10_000;
/** The supervisor waits longer before it starts what died young; kills come later than that. */
const SHORTEST_LIFE_MS = 5_200;

/** Kill -9 of the server, the worker and the whole database while people send applications. */
export const kills: Drill = {
  name: 'kills',
  async run(ask) {
    const plan = ask.isReduced ? { submissions: 400, kills: 10 } : { submissions: 2_000, kills: 50 };
    const aimedShare = 0.75;
    const { outcome } = await killWhileSending({ ...plan, aimedShare }, ask);
    return outcome;
  },
};

interface Exercise {
  drilled: DrilledHall;
  random: Random;
  aimedShare: number;
  lines: Line[];
  /** Since when each target lives. */
  bornAt: Record<Target, number>;
  readyMs: number[];
  killsDone: number;
  processesKilled: number;
}

/** Also says how many acknowledged applications are lost, which a planted defect must bring about. */
export async function killWhileSending(
  plan: KillsPlan,
  { seed, say }: DrillAsk,
): Promise<{ outcome: Outcome; lost: number }> {
  const drilled = await openDrilledHall(plan.root ? { root: plan.root } : {});
  try {
    const stock = await stockDrafts(drilled, plan.submissions);
    say(`${stock.length} drafts filled in, ready to be sent by ${CLIENTS} clients`);
    const exercise: Exercise = {
      drilled,
      random: randomFrom(seed),
      aimedShare: plan.aimedShare,
      lines: [],
      bornAt: { serve: 0, work: 0, database: 0 },
      readyMs: [],
      killsDone: 0,
      processesKilled: 0,
    };
    const targets = targetsOf(exercise.random, plan.kills);
    const share = Math.ceil(stock.length / targets.length);
    for (const [index, target] of targets.entries())
      await round(exercise, target, stock.slice(index * share, (index + 1) * share));
    await untilAnswering(drilled);
    return await verdictOn(exercise, plan, say);
  } finally {
    await drilled.close();
    removeFolder(drilled.hall.dataDir);
  }
}

/** The server most often: it stands between the commit and its acknowledgement. */
function targetsOf(random: Random, kills: number): Target[] {
  const database = Math.round(kills * 0.24);
  const work = Math.round(kills * 0.16);
  const all = Array.from(
    { length: kills },
    (_, index): Target => (index < database ? 'database' : index < database + work ? 'work' : 'serve'),
  );
  return random.shuffled(all);
}

/** Some submissions, and in the midst of them a kill: some milliseconds after a request that is drawn went out. */
async function round(exercise: Exercise, target: Target, drafts: readonly StockedDraft[]): Promise<void> {
  const { drilled, random, bornAt } = exercise;
  await pause(Math.max(0, bornAt[target] + SHORTEST_LIFE_MS - performance.now()));
  const aim = target === 'serve' && random.next() < exercise.aimedShare ? await takeAim(drilled) : undefined;
  const killAfter = 1 + random.below(Math.max(1, drafts.length - CLIENTS / 2));
  const delayMs = random.next() * 40;
  let sent = 0;
  let killed: Promise<void> | undefined;
  const open = new Set<string>();
  const pids = processesOf(drilled.hall, target);
  const watcher: Watcher = {
    sent(draft) {
      open.add(draft);
      if (++sent === killAfter)
        killed = kill(exercise, target, pids, aim ? () => aim.untilCommitted(open) : () => pause(delayMs));
    },
    acknowledged: (draft) => void open.delete(draft),
  };
  let next = 0;
  const client = async () => {
    for (let draft = drafts[next++]; draft; draft = drafts[next++])
      exercise.lines.push(await sendOne(drilled.hall.url, draft, watcher));
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  await killed;
  await aim?.close();
}

async function kill(
  exercise: Exercise,
  target: Target,
  pids: readonly number[],
  moment: () => Promise<void>,
): Promise<void> {
  await moment();
  const hit = killNow(target, pids);
  const killedAt = performance.now();
  if (hit === 0) return;
  exercise.killsDone++;
  exercise.processesKilled += hit;
  await untilAnswering(exercise.drilled);
  while (processesOf(exercise.drilled.hall, target).every((pid) => pids.includes(pid))) await pause(20);
  exercise.readyMs.push(performance.now() - killedAt);
  exercise.bornAt[target] = performance.now();
}

async function untilAnswering({ hall }: DrilledHall): Promise<void> {
  const late = performance.now() + 60_000;
  while (performance.now() < late) {
    const isReady = await fetch(`${hall.url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return;
    await pause(25);
  }
  throw new Error(`not ready again within a minute:\n${hall.said()}`);
}

async function verdictOn(
  { drilled, lines, readyMs, killsDone, processesKilled }: Exercise,
  plan: KillsPlan,
  say: DrillAsk['say'],
): Promise<{ outcome: Outcome; lost: number }> {
  const { faults, lost, unacknowledgedHits } = await compareWithLedger(drilled, lines);
  const acknowledged = lines.filter(({ isAcknowledged }) => isAcknowledged).length;
  const readyP95 = quantile(readyMs, 0.95);
  say(`${killsDone} kills of ${processesKilled} processes; ${acknowledged} of ${plan.submissions} acknowledged`);
  say(`${lines.filter(({ tries }) => tries > 1).length} were sent more than once`);
  say(`ready again: median ${Math.round(quantile(readyMs, 0.5))} ms, p95 ${Math.round(readyP95)} ms`);
  if (readyP95 > READY_BAR_MS) faults.push(`ready again only after ${Math.round(readyP95)} ms (p95)`);
  const floors = [
    { name: 'submissions acknowledged', value: acknowledged, least: plan.submissions * 0.9 },
    { name: 'kills, verified by command line', value: killsDone, least: plan.kills },
    { name: 'committed but not acknowledged', value: unacknowledgedHits, least: Math.round(plan.kills * HITS) },
  ];
  return { outcome: { floors, faults }, lost };
}
