import { createHash } from 'node:crypto';
import { idOfKey, newId } from '../../../platform/crypto/ids.ts';
import type { Database, Tx } from '../../../platform/db/database.ts';
import { ANONYMOUS } from '../../../platform/db/principal.ts';
import { type Act, recordActs } from '../../audit/index.ts';
import type { Identified } from '../providers/identity-provider.ts';
import { type Sealer, sealText } from '../sealer.ts';
import { type Area, freshToken, sessionIdOf } from '../sessions/session.ts';
import { beginSession, endOtherSeats, endSession } from '../sessions/session-store.ts';
import { accountOfLogin, confirmMembership, keepAttributes, openAccount, useLogin } from './account-store.ts';

export interface Admission {
  portal: string;
  area: Area;
  provider: string;
  identified: Identified;
  /** The session that this browser had before; it ends now (new session id at sign-in and at each change of level). */
  replaces?: string;
  at: Temporal.Instant;
}

/** Where an authority's id comes from; see the contract of keys in territory. */
const authorityIdOf = (key: string) => idOfKey<'authority'>(`authority:${key}`);

/**
 * Lets in whom a provider has identified: finds or opens the account, keeps what was said, begins a session. Returns
 * the new cookie's token and the session's id. All of a person's sign-in is one transaction.
 */
export async function admit(database: Database, sealer: Sealer, admission: Admission): Promise<Admitted> {
  try {
    return await admitOnce(database, sealer, admission);
  } catch (error) {
    if (!(error instanceof SignedInTwice)) throw error;
    return admitOnce(database, sealer, admission);
  }
}

/** Two first sign-ins of the same person at the same moment: the second finds the account when it is repeated. */
class SignedInTwice extends Error {}

export interface Admitted {
  /** For the cookie, and nowhere else. */
  token: string;
  /** The session's id. */
  id: string;
}

async function admitOnce(database: Database, sealer: Sealer, admission: Admission): Promise<Admitted> {
  const key = loginKeyOf(admission);
  const known = await database.transaction(ANONYMOUS, (tx) => accountOfLogin(tx, key));
  const personId = known ?? newId<'account'>(admission.at.epochMilliseconds);
  const token = freshToken();
  const id = sessionIdOf(token) as string;
  const { staff } = admission.identified;
  const asPerson = { kind: 'person', personId } as const;

  if (!staff)
    return database.transaction(asPerson, async (tx) => {
      await account(tx, sealer, admission, { key, personId, isKnown: known !== undefined });
      await begin(tx, sealer, admission, personId, id);
      return { token, id };
    });

  // The membership is written by a job of its own kind, so that no session can make itself staff.
  const authorityId = staff.authority ? authorityIdOf(staff.authority) : null;
  await database.transaction(asPerson, (tx) =>
    account(tx, sealer, admission, { key, personId, isKnown: known !== undefined }),
  );
  await database.transaction({ kind: 'job', personId, ...(authorityId && { authorityId }) }, (tx) =>
    confirmMembership(tx, {
      accountId: personId,
      authorityId,
      role: staff.role,
      sealedName: sealText(sealer, `membership/${personId}`, displayNameOf(admission.identified)),
      at: admission.at,
    }),
  );
  await database.transaction(asPerson, async (tx) => {
    await endOtherSeats(tx, personId, authorityId, staff.role);
    await begin(tx, sealer, admission, personId, id);
  });
  return { token, id };
}

/** A subject means something only at its provider, and an account belongs to one portal. Only this hash is kept. */
const loginKeyOf = ({ portal, provider, identified }: Admission): string =>
  createHash('sha256')
    .update(JSON.stringify([portal, provider, identified.subject]))
    .digest('hex');

export function displayNameOf({ attributes, subject }: Identified): string {
  const name = [attributes.givenName, attributes.familyName].filter(Boolean).join(' ');
  return name || attributes.email || subject.slice(0, 40);
}

async function account(
  tx: Tx,
  sealer: Sealer,
  { portal, provider, identified, at }: Admission,
  who: { key: string; personId: string; isKnown: boolean },
): Promise<void> {
  const kind = identified.staff ? 'staff' : 'person';
  if (who.isKnown) await useLogin(tx, who.key, at);
  else if (!(await openAccount(tx, { id: who.personId, portal, kind, loginKey: who.key, provider, at })))
    throw new SignedInTwice();
  const attributes = Object.entries(identified.attributes).map(([name, value]) => ({
    name,
    sealed: sealText(sealer, `account/${who.personId}/${name}`, value),
  }));
  if (attributes.length > 0)
    await keepAttributes(tx, who.personId, attributes, { source: provider, level: identified.level, at });
}

async function begin(tx: Tx, sealer: Sealer, admission: Admission, personId: string, id: string): Promise<void> {
  const { portal, area, identified, replaces, at } = admission;
  const authority = identified.staff?.authority;
  if (replaces) await endSession(tx, replaces);
  await beginSession(tx, {
    id,
    accountId: personId,
    portal,
    area,
    level: identified.level,
    authorityId: authority ? authorityIdOf(authority) : null,
    role: identified.staff?.role ?? null,
    sealedName: sealText(sealer, `session/${id}`, displayNameOf(identified)),
    at,
  });
  const act: Act = {
    chain: authority ?? portal,
    act: 'sign-in.done',
    subject: { kind: 'account', id: personId },
    personId,
    ...(authority && { authorityId: authorityIdOf(authority) }),
    details: { provider: admission.provider, level: identified.level, area },
  };
  await recordActs(tx, at, [act]);
}
