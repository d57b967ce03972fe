import type { DrilledHall } from '../../start/drilled-hall.ts';

export interface Aim {
  /** Returns at the first commit of one of the `open` drafts that nobody has heard of yet, or after some seconds. */
  untilCommitted(open: ReadonlySet<string>): Promise<void>;
  close(): Promise<void>;
}

const LONGEST_MS = 4_000;

/** Looks into the database from aside, as fast as it answers, for what is committed and not yet acknowledged. */
export async function takeAim(drilled: DrilledHall): Promise<Aim> {
  const client = await drilled.connect();
  return {
    async untilCommitted(open) {
      const late = performance.now() + LONGEST_MS;
      while (performance.now() < late) {
        const { rows } = await client.query<{ draft_id: string }>({
          name: 'committed',
          text: 'select draft_id from hall.case_record where draft_id = any($1::uuid[])',
          values: [[...open]],
        });
        if (rows.some(({ draft_id }) => open.has(draft_id))) return;
      }
    },
    close: () => client.end().catch(() => undefined),
  };
}
