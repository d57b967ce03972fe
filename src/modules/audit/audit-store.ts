import { statement, type Tx } from '../../platform/db/database.ts';
import { type Entry, genesis } from './entry.ts';

export interface Head {
  number: bigint;
  hash: Buffer;
}

const LOCK_HEAD = statement<{ number: string; hash: Buffer }>(
  'audit.lock-head',
  'select number, hash from hall.audit_head where chain = $1 for update',
);
const START_CHAIN = statement(
  'audit.start-chain',
  'insert into hall.audit_head (chain, number, hash) values ($1, 0, $2) on conflict do nothing',
);

/** The end of `chain`, locked until the transaction ends; a chain that is not there is begun. */
export async function lockHead(tx: Tx, chain: string): Promise<Head> {
  let row = await tx.one(LOCK_HEAD, chain);
  if (!row) {
    await tx.run(START_CHAIN, chain, genesis(chain));
    row = await tx.one(LOCK_HEAD, chain);
  }
  if (!row) throw new Error(`audit chain ${chain} can't be begun`);
  return { number: BigInt(row.number), hash: row.hash };
}

const APPEND = statement(
  'audit.append',
  `with entry as (
     insert into hall.audit_entry (chain, number, at, act, actor_kind, actor_id, acting_for, authority_id,
                                   subject_kind, subject_id, person_id, details_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
   )
   update hall.audit_head set number = $2, hash = $13 where chain = $1`,
);
const APPEND_DETAIL = statement(
  'audit.append-detail',
  'insert into hall.audit_detail (chain, number, salt, details) values ($1, $2, $3, $4)',
);

export async function appendEntry(
  tx: Tx,
  entry: Entry,
  hash: Buffer,
  detail?: { salt: Buffer; details: Record<string, unknown> },
): Promise<void> {
  await tx.run(
    APPEND,
    entry.chain,
    entry.number,
    entry.at,
    entry.act,
    entry.actorKind,
    entry.actorId,
    entry.actingFor,
    entry.authorityId,
    entry.subjectKind,
    entry.subjectId,
    entry.personId,
    entry.detailsHash,
    hash,
  );
  if (detail) await tx.run(APPEND_DETAIL, entry.chain, entry.number, detail.salt, JSON.stringify(detail.details));
}

/** One line of "who looked at what": staff by their id, act and time. */
export interface Look {
  at: Date;
  act: string;
  actor_kind: string;
  actor_id: string | null;
  authority_id: string | null;
  subject_kind: string | null;
  subject_id: string | null;
  /** What describes the act further, e.g. the role of who did it; null when there is nothing, or it was deleted. */
  details: Record<string, unknown> | null;
}

const LOOKS_AT = statement<Look>(
  'audit.looks-at-subject',
  `select at, act, actor_kind, actor_id, authority_id, subject_kind, subject_id, details
     from hall.audit_entry left join hall.audit_detail using (chain, number)
    where subject_id = $1 order by at desc limit 200`,
);
/** What was done with one case or document, newest first, at most 200. Row-level security decides what is seen. */
export const looksAt = (tx: Tx, subjectId: string): Promise<Look[]> => tx.many(LOOKS_AT, subjectId);

const LOOKS_CONCERNING = statement<Look>(
  'audit.looks-concerning',
  `select at, act, actor_kind, actor_id, authority_id, subject_kind, subject_id, details
     from hall.audit_entry left join hall.audit_detail using (chain, number)
    where person_id = $1 order by at desc limit 200`,
);
/** What was done with anything that concerns `personId`, newest first, at most 200. */
export const looksConcerning = (tx: Tx, personId: string): Promise<Look[]> => tx.many(LOOKS_CONCERNING, personId);

const HEADS = statement<{ chain: string; number: string; hash: Buffer }>(
  'audit.heads',
  'select chain, number, hash from hall.audit_head',
);
/** The ends of all chains. */
export const headsOf = async (tx: Tx): Promise<Map<string, Head>> =>
  new Map((await tx.many(HEADS)).map(({ chain, number, hash }) => [chain, { number: BigInt(number), hash }]));

const CHAINS = statement<{ chain: string }>('audit.chains', 'select distinct chain from hall.audit_entry');
export const chainsOf = async (tx: Tx): Promise<string[]> => (await tx.many(CHAINS)).map(({ chain }) => chain);

interface EntryRow {
  number: string;
  /** With microseconds: entries are written with milliseconds, so others than zero were put in later. */
  at: string;
  act: string;
  actor_kind: Entry['actorKind'];
  actor_id: string | null;
  acting_for: string | null;
  authority_id: string | null;
  subject_kind: string | null;
  subject_id: string | null;
  person_id: string | null;
  details_hash: Buffer | null;
  hash: Buffer;
}
const PAGE = statement<EntryRow>(
  'audit.chain-page',
  `select number, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, act, actor_kind, actor_id, acting_for,
          authority_id, subject_kind, subject_id, person_id, details_hash, hash
     from hall.audit_entry where chain = $1 and number > $2 order by number limit 1000`,
);
/** The next 1,000 entries of `chain` behind `number`. */
export async function chainPage(tx: Tx, chain: string, number: bigint): Promise<{ entry: Entry; hash: Buffer }[]> {
  return (await tx.many(PAGE, chain, number)).map((row) => ({
    hash: row.hash,
    entry: {
      chain,
      number: BigInt(row.number),
      at: row.at.replace(/000Z$/, 'Z'),
      act: row.act,
      actorKind: row.actor_kind,
      actorId: row.actor_id,
      actingFor: row.acting_for,
      authorityId: row.authority_id,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      personId: row.person_id,
      detailsHash: row.details_hash,
    },
  }));
}

const DETAILS = statement<{ number: string; salt: Buffer; details: Record<string, unknown> }>(
  'audit.details',
  'select number, salt, details from hall.audit_detail where chain = $1 and number > $2 and number <= $3',
);
export const detailsOf = async (tx: Tx, chain: string, after: bigint, last: bigint) =>
  new Map(
    (await tx.many(DETAILS, chain, after, last)).map(({ number, salt, details }) => [
      BigInt(number),
      { salt, details },
    ]),
  );
