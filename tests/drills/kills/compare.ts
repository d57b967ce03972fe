import type { DrilledHall } from '../../start/drilled-hall.ts';
import type { Line } from './ledger.ts';

export interface Comparison {
  faults: string[];
  /** Acknowledged, and not there. */
  lost: number;
  /** Cases that were kept by a try to which nobody got an answer. */
  unacknowledgedHits: number;
}

interface Row {
  number: string;
  draft_id: string;
  received_at: Date;
  lacks: string | null;
}

/** A case with what it lacks of the one transaction that makes it. */
const CASES = `
  select c.number, c.draft_id, c.received_at, nullif(concat_ws(', ',
    case when not exists (select from hall.application a where a.case_id = c.id) then 'application' end,
    case when not exists (select from hall.case_event e where e.case_id = c.id and e.kind = 'received') then 'event' end,
    case when not exists (select from hall.case_authority p where p.case_id = c.id and p.is_lead) then 'authority' end,
    case when not exists (select from hall.case_person p where p.case_id = c.id) then 'person' end,
    case when not exists (select from hall.case_term t where t.case_id = c.id) then 'words for its list' end,
    case when not exists (select from hall.data_key k where k.case_id = c.id and k.draft_id = c.draft_id) then 'key' end,
    case when not exists (select from hall.draft d where d.id = c.draft_id and d.state = 'sent') then 'closed draft' end,
    case when (select count(*) from hall.audit_entry l
                where l.subject_id = c.id and l.act = 'application.submitted') <> 1 then 'one entry in the log' end), '') as lacks
  from hall.case_record c`;
const SENT_WITHOUT_CASE = `
  select id from hall.draft d where state = 'sent' and not exists (select from hall.case_record c where c.draft_id = d.id)`;

/** What was written down outside, against what the database holds. */
export async function compareWithLedger(drilled: DrilledHall, lines: readonly Line[]): Promise<Comparison> {
  const cases = await drilled.look<Row>(CASES);
  const faults: string[] = [];
  const byDraft = new Map<string, Row>();
  const numbers = new Set<string>();
  for (const row of cases) {
    if (byDraft.has(row.draft_id)) faults.push(`draft ${row.draft_id} became two cases`);
    if (numbers.has(row.number)) faults.push(`number ${row.number} was given twice`);
    if (row.lacks) faults.push(`half an application: ${row.number} lacks ${row.lacks}`);
    byDraft.set(row.draft_id, row);
    numbers.add(row.number);
  }
  for (const { id } of await drilled.look<{ id: string }>(SENT_WITHOUT_CASE))
    faults.push(`draft ${id} is closed, and there is no case of it`);
  let lost = 0;
  let unacknowledgedHits = 0;
  for (const line of lines) {
    const kept = byDraft.get(line.draft);
    if (kept && line.againAtMs !== undefined && kept.received_at.getTime() < line.againAtMs) unacknowledgedHits++;
    if (!line.isAcknowledged) continue;
    if (!kept) {
      lost++;
      faults.push(`LOST: ${line.number ?? `draft ${line.draft}`} was acknowledged and is not there`);
    } else if (kept.number !== line.number)
      faults.push(`the receipt said ${line.number ?? 'no number'}, the case is ${kept.number}`);
  }
  return { faults, lost, unacknowledgedHits };
}
