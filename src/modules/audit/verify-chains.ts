import type { Tx } from '../../platform/db/database.ts';
import { chainPage, chainsOf, detailsOf, headsOf } from './audit-store.ts';
import type { Checkpoint } from './checkpoint.ts';
import { genesis, hashOf, hashOfDetails } from './entry.ts';

/** One thing that is not as it was written. */
export interface Fault {
  chain: string;
  /** Number of the entry. */
  number: bigint;
  what: 'changed' | 'missing' | 'details-changed' | 'tail-cut' | 'head-differs';
}

/**
 * Walks every chain from its beginning and compares it with its head and with the checkpoints that left the database.
 * Finds any change, by entry; a tail that was cut off too. Reads as a superuser or owner that sees every row.
 */
export async function verifyChains(
  tx: Tx,
  checkpoints: readonly Checkpoint[],
): Promise<{ faults: Fault[]; entries: bigint }> {
  const faults: Fault[] = [];
  const heads = await headsOf(tx);
  let entries = 0n;
  const names = new Set([
    ...heads.keys(),
    ...(await chainsOf(tx)),
    ...checkpoints.flatMap(({ heads: all }) => all.map(({ chain }) => chain)),
  ]);
  for (const chain of names) {
    const marks = marksOf(checkpoints, chain);
    const walked = await walk(tx, chain, marks, faults);
    entries += walked.number;
    const head = heads.get(chain);
    if (!head || head.number !== walked.number || !head.hash.equals(walked.hash))
      faults.push({ chain, number: head?.number ?? 0n, what: 'head-differs' });
    for (const number of marks.keys()) if (number > walked.number) faults.push({ chain, number, what: 'tail-cut' });
  }
  return { faults, entries };
}

/**
 * What the checkpoints say about `chain`: number → all hashes that were signed for it. A later checkpoint never replaces
 * an earlier one: whoever rewrites an entry before the next is signed would have it signed as it is then.
 */
function marksOf(checkpoints: readonly Checkpoint[], chain: string): Map<bigint, ReadonlySet<string>> {
  const marks = new Map<bigint, Set<string>>();
  for (const checkpoint of checkpoints)
    for (const head of checkpoint.heads) {
      if (head.chain !== chain) continue;
      const number = BigInt(head.number);
      marks.set(number, (marks.get(number) ?? new Set()).add(head.hash));
    }
  return marks;
}

async function walk(tx: Tx, chain: string, marks: ReadonlyMap<bigint, ReadonlySet<string>>, faults: Fault[]) {
  let number = 0n;
  let hash = genesis(chain);
  for (;;) {
    const page = await chainPage(tx, chain, number);
    if (page.length === 0) return { number, hash };
    const details = await detailsOf(tx, chain, number, page.at(-1)?.entry.number ?? number);
    for (const { entry, hash: written } of page) {
      for (let missing = number + 1n; missing < entry.number; missing++)
        faults.push({ chain, number: missing, what: 'missing' });
      const expected = hashOf(hash, entry);
      const isMarkedOtherwise = [...(marks.get(entry.number) ?? [])].some((mark) => mark !== written.toString('hex'));
      if (!expected.equals(written) || isMarkedOtherwise) faults.push({ chain, number: entry.number, what: 'changed' });
      const detail = details.get(entry.number);
      // Details that were put beside an entry written without any are no less a forgery than changed ones.
      if (detail && !(entry.detailsHash && hashOfDetails(detail.salt, detail.details).equals(entry.detailsHash)))
        faults.push({ chain, number: entry.number, what: 'details-changed' });
      number = entry.number;
      hash = written;
    }
  }
}
