import { statement, type Tx } from '../../../platform/db/database.ts';
import type { StaffRole } from '../visit.ts';

const NAME_LOGIN = statement<{ key: string }>(
  'identity.name-login',
  `select set_config('hall.login', $1, true) as key`,
);
const FIND_LOGIN = statement<{ account_id: string }>(
  'identity.find-login',
  `select account_id from hall.login where key = decode($1, 'hex')`,
);
/** The account that the log-in `key` (hex) leads to. */
export async function accountOfLogin(tx: Tx, key: string): Promise<string | undefined> {
  await tx.one(NAME_LOGIN, key);
  return (await tx.one(FIND_LOGIN, key))?.account_id;
}

const OPEN_ACCOUNT = statement(
  'identity.open-account',
  'insert into hall.account (id, portal, kind, opened_at) values ($1, $2, $3, $4)',
);
const ADD_LOGIN = statement(
  'identity.add-login',
  `insert into hall.login (key, account_id, provider, first_at, last_at) values (decode($1, 'hex'), $2, $3, $4, $4)
   on conflict (key) do nothing`,
);
export interface NewAccount {
  id: string;
  portal: string;
  kind: 'person' | 'staff';
  loginKey: string;
  provider: string;
  at: Temporal.Instant;
}
/** Opens an account with its first log-in; false when that log-in has got an account in the meantime. */
export async function openAccount(tx: Tx, account: NewAccount): Promise<boolean> {
  const at = account.at.toString();
  await tx.one(NAME_LOGIN, account.loginKey);
  await tx.run(OPEN_ACCOUNT, account.id, account.portal, account.kind, at);
  return (await tx.run(ADD_LOGIN, account.loginKey, account.id, account.provider, at)) === 1;
}

const USE_LOGIN = statement('identity.use-login', `update hall.login set last_at = $2 where key = decode($1, 'hex')`);
export const useLogin = (tx: Tx, key: string, at: Temporal.Instant): Promise<number> =>
  tx.run(USE_LOGIN, key, at.toString());

export interface SealedAttribute {
  name: string;
  sealed: Buffer;
}
const KEEP_ATTRIBUTES = statement(
  'identity.keep-attributes',
  `insert into hall.profile_attribute (account_id, name, sealed, source, level, verified_at)
   select $1, given.name, given.sealed, $4, $5, $6 from unnest($2::text[], $3::bytea[]) as given (name, sealed)
   on conflict (account_id, name) do update
     set sealed = excluded.sealed, source = excluded.source, level = excluded.level, verified_at = excluded.verified_at`,
);
export const keepAttributes = (
  tx: Tx,
  accountId: string,
  attributes: readonly SealedAttribute[],
  from: { source: string; level: string; at: Temporal.Instant },
): Promise<number> =>
  tx.run(
    KEEP_ATTRIBUTES,
    accountId,
    attributes.map(({ name }) => name),
    attributes.map(({ sealed }) => sealed),
    from.source,
    from.level,
    from.at.toString(),
  );

const ATTRIBUTES = statement<{ name: string; sealed: Buffer; source: string; level: string; verified_at: Date }>(
  'identity.attributes',
  'select name, sealed, source, level, verified_at from hall.profile_attribute where account_id = $1',
);
export const attributesOfAccount = (tx: Tx, accountId: string) => tx.many(ATTRIBUTES, accountId);

const END_MEMBERSHIPS = statement(
  'identity.end-memberships',
  'delete from hall.staff_membership where account_id = $1',
);
const CONFIRM_MEMBERSHIP = statement(
  'identity.confirm-membership',
  `insert into hall.staff_membership (account_id, authority_id, role, sealed_name, confirmed_at) values ($1, $2, $3, $4, $5)`,
);
/** From now on this is where the account works, and nowhere else. */
export async function confirmMembership(
  tx: Tx,
  member: { accountId: string; authorityId: string | null; role: StaffRole; sealedName: Buffer; at: Temporal.Instant },
): Promise<void> {
  await tx.run(END_MEMBERSHIPS, member.accountId);
  await tx.run(
    CONFIRM_MEMBERSHIP,
    member.accountId,
    member.authorityId,
    member.role,
    member.sealedName,
    member.at.toString(),
  );
}

const COLLEAGUES = statement<{ account_id: string; role: StaffRole; sealed_name: Buffer }>(
  'identity.colleagues',
  'select account_id, role, sealed_name from hall.staff_membership where authority_id = $1 limit 2000',
);
/** The staff of an authority that have ever signed in, in no order. */
export const membersOf = (tx: Tx, authorityId: string) => tx.many(COLLEAGUES, authorityId);
