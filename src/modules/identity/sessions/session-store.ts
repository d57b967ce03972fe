import { statement, type Tx } from '../../../platform/db/database.ts';
import type { StaffRole } from '../visit.ts';
import type { SessionTimes } from './session.ts';

export interface SessionRow {
  account_id: string;
  portal: string;
  area: 'portal' | 'workbench';
  level: SessionTimes['level'];
  authority_id: string | null;
  role: StaffRole | null;
  sealed_name: Buffer;
  created_at: Date;
  seen_at: Date;
}

const NAME_SESSION = statement<{ key: string }>(
  'identity.name-session',
  `select set_config('hall.session', $1, true) as key`,
);
const FIND = statement<SessionRow>(
  'identity.find-session',
  `select account_id, portal, area, level, authority_id, role, sealed_name, created_at, seen_at
     from hall.session where id = decode($1, 'hex')`,
);

/** The session of `id` (hex), named for this transaction: from here on it can be seen, prolonged and ended. */
export async function findSession(tx: Tx, id: string): Promise<SessionRow | undefined> {
  await tx.one(NAME_SESSION, id);
  return tx.one(FIND, id);
}

const SEE = statement('identity.see-session', `update hall.session set seen_at = $2 where id = decode($1, 'hex')`);
export const seeSession = (tx: Tx, id: string, at: Temporal.Instant): Promise<number> => tx.run(SEE, id, at.toString());

const END = statement('identity.end-session', `delete from hall.session where id = decode($1, 'hex')`);
/** Ends the session of `id` whoever it belongs to: who can name it, holds it. */
export async function endSession(tx: Tx, id: string): Promise<boolean> {
  await tx.one(NAME_SESSION, id);
  return (await tx.run(END, id)) > 0;
}

const END_OTHER_SEATS = statement(
  'identity.end-other-seats',
  `delete from hall.session
    where account_id = $1 and area = 'workbench' and (authority_id, role) is distinct from ($2::uuid, $3::text)`,
);
/** Ends what a member of staff has open for another office or in another role: their provider no longer says that. */
export const endOtherSeats = (tx: Tx, accountId: string, authorityId: string | null, role: StaffRole) =>
  tx.run(END_OTHER_SEATS, accountId, authorityId, role);

const BEGIN = statement(
  'identity.begin-session',
  `insert into hall.session (id, account_id, portal, area, level, authority_id, role, sealed_name, created_at, seen_at)
   values (decode($1, 'hex'), $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
);
export interface NewSession {
  id: string;
  accountId: string;
  portal: string;
  area: 'portal' | 'workbench';
  level: SessionTimes['level'];
  authorityId: string | null;
  role: StaffRole | null;
  sealedName: Buffer;
  at: Temporal.Instant;
}
export const beginSession = (tx: Tx, session: NewSession): Promise<number> =>
  tx.run(
    BEGIN,
    session.id,
    session.accountId,
    session.portal,
    session.area,
    session.level,
    session.authorityId,
    session.role,
    session.sealedName,
    session.at.toString(),
  );

const SWEEP = statement(
  'identity.sweep-sessions',
  `delete from hall.session where created_at < now() - interval '12 hours'`,
);
/** Deletes sessions past every limit, as a job; returns how many. */
export const sweepSessions = (tx: Tx): Promise<number> => tx.run(SWEEP);
