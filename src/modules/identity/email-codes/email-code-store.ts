import { statement, type Tx } from '../../../platform/db/database.ts';
import type { CodeSubject } from './email-code.ts';

/** A code is replaced, but the tries of the running window stay, and the sixth sending in it finds no row to write. */
const KEEP = statement(
  'identity.keep-email-code',
  `insert into hall.email_code as kept
     (subject_id, purpose, address_hash, code_hash, tries, sendings, window_began_at, expires_at)
   values ($1, $2, $3, $4, 0, 1, $5, $7)
   on conflict (subject_id, purpose) do update set
     address_hash = excluded.address_hash, code_hash = excluded.code_hash,
     expires_at = excluded.expires_at, confirmed_at = null,
     tries = case when kept.window_began_at > $6 then kept.tries else 0 end,
     sendings = case when kept.window_began_at > $6 then kept.sendings + 1 else 1 end,
     window_began_at = case when kept.window_began_at > $6 then kept.window_began_at else $5 end
   where kept.window_began_at <= $6 or kept.sendings < 5`,
);
export interface NewCode {
  addressHash: Buffer;
  codeHash: Buffer;
  at: Temporal.Instant;
  /** Windows that began before this are over. */
  windowBegan: Temporal.Instant;
  expires: Temporal.Instant;
}
export async function keepCode(tx: Tx, { id, purpose }: CodeSubject, code: NewCode): Promise<boolean> {
  const [at, windowBegan, expires] = [code.at, code.windowBegan, code.expires].map(String);
  return (await tx.run(KEEP, id, purpose, code.addressHash, code.codeHash, at, windowBegan, expires)) === 1;
}

const TAKE_TRY = statement<{ code_hash: Buffer }>(
  'identity.take-email-code-try',
  `update hall.email_code set tries = tries + 1
    where subject_id = $1 and purpose = $2 and tries < 10 and expires_at > $3 and confirmed_at is null
   returning code_hash`,
);
/** Counts one try and returns the hash to compare with; undefined when no try is left or there is nothing to confirm. */
export const takeTry = async (
  tx: Tx,
  { id, purpose }: CodeSubject,
  at: Temporal.Instant,
): Promise<Buffer | undefined> => (await tx.one(TAKE_TRY, id, purpose, at.toString()))?.code_hash;

const CONFIRM = statement(
  'identity.confirm-email-code',
  'update hall.email_code set confirmed_at = $3 where subject_id = $1 and purpose = $2',
);
export const confirmCode = (tx: Tx, { id, purpose }: CodeSubject, at: Temporal.Instant): Promise<number> =>
  tx.run(CONFIRM, id, purpose, at.toString());

const FIND = statement<{ address_hash: Buffer; confirmed_at: Date | null }>(
  'identity.email-code',
  'select address_hash, confirmed_at from hall.email_code where subject_id = $1 and purpose = $2',
);
export const codeFor = (tx: Tx, { id, purpose }: CodeSubject) => tx.one(FIND, id, purpose);

const SWEEP = statement(
  'identity.sweep-email-codes',
  `delete from hall.email_code where expires_at < now() - interval '1 day'`,
);
/** Deletes codes that ended a day ago, as a job; returns how many. What was confirmed stands where it is used. */
export const sweepEmailCodes = (tx: Tx): Promise<number> => tx.run(SWEEP);
