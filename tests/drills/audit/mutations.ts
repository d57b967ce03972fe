import type pg from 'pg';
import { type Entry, genesis, hashOf } from '../../../src/modules/audit/entry.ts';
import { newId } from '../../../src/platform/crypto/ids.ts';
import type { Random } from '../random.ts';

/** Where the check has to point at: at one of these chains, between these numbers. */
export interface Tampered {
  chains: string[];
  from: bigint;
  to: bigint;
}
type Tamper = (client: pg.Client, random: Random, chains: readonly string[]) => Promise<Tampered>;

/** Numbers of the entries of a chain; the drill writes 60 each. */
const LAST = 60n;
/** Where no entry is, for moving them about. */
const AWAY = 1_000_000n;
const drawn = (random: Random): bigint => BigInt(2 + random.below(Number(LAST) - 3));
const at = (chain: string, number: bigint, to = number + 1n): Tampered => ({ chains: [chain], from: number, to });

const changed =
  (column: string, value: string): Tamper =>
  async (client, random, chains) => {
    const chain = random.pick(chains);
    const number = drawn(random);
    await client.query(`update hall.audit_entry set ${column} = ${value} where chain = $1 and number = $2`, [
      chain,
      number,
    ]);
    return at(chain, number);
  };

const COLUMNS =
  'chain, number, at, act, actor_kind, actor_id, acting_for, authority_id, subject_kind, subject_id, person_id, details_hash, hash';
const SELECT_REST = COLUMNS.replace('chain, number', '');

/** Every way in which a superuser may lie about the past. */
export const MUTATIONS: readonly (readonly [name: string, tamper: Tamper])[] = [
  ['an act is changed', changed('act', `'case.noted'`)],
  ['an actor is changed', changed('actor_id', 'gen_random_uuid()')],
  ['an actor is taken out', changed('actor_id', 'null')],
  ['the kind of an actor is changed', changed('actor_kind', `'operator'`)],
  ['a subject is changed', changed('subject_id', 'gen_random_uuid()')],
  ['a person is taken out', changed('person_id', 'null')],
  ['an authority is put in', changed('authority_id', 'gen_random_uuid()')],
  ['a time is changed by a millisecond', changed('at', `at + interval '1 millisecond'`)],
  ['a hash is changed', changed('hash', `decode(md5(number::text) || md5(act), 'hex')`)],
  [
    'a hash of details is taken out',
    changed('details_hash', `case when details_hash is null then decode(repeat('0', 64), 'hex') end`),
  ],
  ['details are changed', detailsChanged],
  ['an entry is deleted', deleted],
  ['an entry is put in', putIn],
  ['an entry is appended', appended],
  ['two entries are exchanged', exchanged],
  ['the tail is cut off', (client, random, chains) => cut(client, random, chains, 1 + random.below(20))],
  ['the last entry is cut off', (client, random, chains) => cut(client, random, chains, 1)],
  ['two chains are exchanged', chainsExchanged],
  ['an entry is moved to another chain', moved],
  ['a chain is deleted', chainDeleted],
  ['the end of a chain is forgotten', headDeleted],
  ['the past is written anew, hashes and all', rewritten],
];

async function detailsChanged(client: pg.Client, random: Random, chains: readonly string[]): Promise<Tampered> {
  const chain = random.pick(chains);
  const { rows } = await client.query<{ number: string }>('select number from hall.audit_detail where chain = $1', [
    chain,
  ]);
  const number = BigInt(random.pick(rows).number);
  await client.query(
    `update hall.audit_detail set details = details || '{"role":"lead"}' where chain = $1 and number = $2`,
    [chain, number],
  );
  return at(chain, number, number);
}

async function deleted(client: pg.Client, random: Random, chains: readonly string[]): Promise<Tampered> {
  const chain = random.pick(chains);
  const number = drawn(random);
  await client.query('delete from hall.audit_entry where chain = $1 and number = $2', [chain, number]);
  return at(chain, number);
}

/** All behind it move up by one, and the end is told. */
async function putIn(client: pg.Client, random: Random, chains: readonly string[]): Promise<Tampered> {
  const chain = random.pick(chains);
  const number = drawn(random);
  await client.query(`update hall.audit_entry set number = number + ${AWAY} where chain = $1 and number >= $2`, [
    chain,
    number,
  ]);
  await client.query(
    `update hall.audit_entry set number = number + 1 - ${AWAY} where chain = $1 and number >= ${AWAY}`,
    [chain],
  );
  await client.query(
    `insert into hall.audit_entry (${COLUMNS}) select chain, $2::bigint, ${SELECT_REST.slice(2)} from hall.audit_entry where chain = $1 and number = $2::bigint - 1`,
    [chain, number],
  );
  await client.query('update hall.audit_head set number = number + 1 where chain = $1', [chain]);
  return at(chain, number);
}

async function appended(client: pg.Client, random: Random, chains: readonly string[]): Promise<Tampered> {
  const chain = random.pick(chains);
  await client.query(
    `insert into hall.audit_entry (${COLUMNS}) select chain, number + 1, ${SELECT_REST.slice(2)} from hall.audit_entry where chain = $1 and number = $2`,
    [chain, LAST],
  );
  await client.query('update hall.audit_head set number = number + 1 where chain = $1', [chain]);
  return at(chain, LAST + 1n);
}

async function exchanged(client: pg.Client, random: Random, chains: readonly string[]): Promise<Tampered> {
  const chain = random.pick(chains);
  const number = drawn(random);
  for (const [from, to] of [
    [number, AWAY],
    [number + 1n, number],
    [AWAY, number + 1n],
  ])
    await client.query('update hall.audit_entry set number = $3 where chain = $1 and number = $2', [chain, from, to]);
  return at(chain, number, number + 2n);
}

/** As if an older copy of the database had been put back: the end fits what is there. */
async function cut(client: pg.Client, random: Random, chains: readonly string[], count: number): Promise<Tampered> {
  const chain = random.pick(chains);
  const last = LAST - BigInt(count);
  await client.query('delete from hall.audit_entry where chain = $1 and number > $2', [chain, last]);
  await client.query(
    `update hall.audit_head h set number = e.number, hash = e.hash from hall.audit_entry e
      where h.chain = $1 and e.chain = $1 and e.number = $2`,
    [chain, last],
  );
  return at(chain, last + 1n, LAST);
}

async function chainsExchanged(client: pg.Client, random: Random, chains: readonly string[]): Promise<Tampered> {
  const [one = '', other = ''] = random.shuffled(chains);
  for (const table of ['audit_entry', 'audit_detail', 'audit_head'])
    for (const [from, to] of [
      [one, 'aside'],
      [other, one],
      ['aside', other],
    ])
      await client.query(`update hall.${table} set chain = $2 where chain = $1`, [from, to]);
  return { chains: [one, other], from: 0n, to: LAST };
}

async function moved(client: pg.Client, random: Random, chains: readonly string[]): Promise<Tampered> {
  const [from = '', to = ''] = random.shuffled(chains);
  const number = drawn(random);
  await client.query('update hall.audit_entry set chain = $1, number = $2 where chain = $3 and number = $4', [
    to,
    LAST + 1n,
    from,
    number,
  ]);
  return at(from, number);
}

async function chainDeleted(client: pg.Client, random: Random, chains: readonly string[]): Promise<Tampered> {
  const chain = random.pick(chains);
  for (const table of ['audit_entry', 'audit_detail', 'audit_head'])
    await client.query(`delete from hall.${table} where chain = $1`, [chain]);
  return at(chain, 0n, LAST);
}

async function headDeleted(client: pg.Client, random: Random, chains: readonly string[]): Promise<Tampered> {
  const chain = random.pick(chains);
  await client.query('delete from hall.audit_head where chain = $1', [chain]);
  return at(chain, 0n, LAST);
}

interface Row {
  chain: string;
  number: string;
  at: Date;
  act: string;
  actor_kind: Entry['actorKind'];
  actor_id: string | null;
  acting_for: string | null;
  authority_id: string | null;
  subject_kind: string | null;
  subject_id: string | null;
  person_id: string | null;
  details_hash: Buffer | null;
}

/** The best lie: one entry is changed, and all hashes behind it, and the end. Only the checkpoints outside know better. */
async function rewritten(client: pg.Client, random: Random, chains: readonly string[]): Promise<Tampered> {
  const chain = random.pick(chains);
  const number = drawn(random);
  await client.query('update hall.audit_entry set subject_id = $3 where chain = $1 and number = $2', [
    chain,
    number,
    newId(),
  ]);
  const { rows } = await client.query<Row>('select * from hall.audit_entry where chain = $1 order by number', [chain]);
  let hash = genesis(chain);
  for (const row of rows) {
    hash = hashOf(hash, entryOf(row));
    await client.query('update hall.audit_entry set hash = $3 where chain = $1 and number = $2', [
      chain,
      row.number,
      hash,
    ]);
  }
  await client.query('update hall.audit_head set hash = $2 where chain = $1', [chain, hash]);
  // What is between two checkpoints is named by the next of them.
  return at(chain, number, LAST);
}

const entryOf = (row: Row): Entry => ({
  chain: row.chain,
  number: BigInt(row.number),
  at: row.at.toISOString(),
  act: row.act,
  actorKind: row.actor_kind,
  actorId: row.actor_id,
  actingFor: row.acting_for,
  authorityId: row.authority_id,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  personId: row.person_id,
  detailsHash: row.details_hash,
});
