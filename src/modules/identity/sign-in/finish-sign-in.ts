import { ANONYMOUS } from '../../../platform/db/principal.ts';
import { type Answer, redirect, type SetCookie } from '../../../platform/http/answer.ts';
import { recordActs } from '../../audit/index.ts';
import { admit } from '../accounts/admit.ts';
import { type RefusalReason, refusalPage } from '../pages/refusal-page.ts';
import {
  type Identified,
  type IdentityProvider,
  ProviderAway,
  type Refused,
  refused,
} from '../providers/identity-provider.ts';
import type { Sealer } from '../sealer.ts';
import { cookieOf } from '../sessions/cookies.ts';
import { type Area, isEnough, sessionCookie, sessionIdOf } from '../sessions/session.ts';
import type { Visit } from '../visit.ts';
import { entranceOf } from './begin-sign-in.ts';
import { openPending, type PendingSignIn, pendingCookie } from './pending-sign-in.ts';

export interface ReturnDesk {
  key: Buffer;
  sealer: Sealer;
  providersOf(visit: Visit): readonly IdentityProvider[];
  /** The session with this id is over; a cached look-up must not outlive it. */
  forget(id: string): void;
}

/**
 * The browser is back from a provider. Either it is this browser's own sign-in and the answer holds: a new session, and
 * on to where the person wanted to go. Or nothing has changed but an entry in the log.
 */
export async function finishSignIn(desk: ReturnDesk, visit: Visit, area: Area): Promise<Answer> {
  const now = visit.clock.now();
  const portal = visit.portal.key;
  const pending = openPending(desk.key, cookieOf(visit, pendingCookie(portal, area)), {
    portal,
    area,
    nowMs: now.epochMilliseconds,
  });
  const provider = pending && desk.providersOf(visit).find((each) => each.key === pending.provider);
  const isMixedUp = visit.params.provider !== undefined && visit.params.provider !== pending?.provider;
  if (!pending || !provider || isMixedUp) return refuse(visit, area, 'stale', 'no sign-in of this browser', pending);

  let outcome: Identified | Refused;
  try {
    outcome = await provider.finish(pending.secrets, returnedAddress(visit));
  } catch (error) {
    if (!(error instanceof ProviderAway)) throw error;
    return refuse(visit, area, 'away', error.detail, pending);
  }
  if (outcome.kind === 'identified' && !isEnough(outcome.level, pending.level))
    outcome = refused('level-too-low', `${outcome.level} instead of ${pending.level}`);
  if (outcome.kind === 'refused') return refuse(visit, area, outcome.reason, outcome.detail, pending);

  const before = sessionIdOf(cookieOf(visit, sessionCookie(portal, area)) ?? '');
  const { token } = await admit(visit.database, desk.sealer, {
    portal,
    area,
    provider: provider.key,
    identified: outcome,
    ...(before && { replaces: before }),
    at: now,
  });
  if (before) desk.forget(before);
  return redirect(pending.back, [forgetPending(portal, area), { name: sessionCookie(portal, area), value: token }]);
}

/** As the browser called it; every parameter came at most once (the gate sees to it). */
function returnedAddress(visit: Visit): URL {
  const url = new URL(visit.origin + visit.path);
  for (const [name, value] of Object.entries(visit.query)) url.searchParams.set(name, value);
  return url;
}

const forgetPending = (portal: string, area: Area): SetCookie => ({ name: pendingCookie(portal, area), value: '' });

async function refuse(
  visit: Visit,
  area: Area,
  reason: RefusalReason,
  detail: string,
  pending: PendingSignIn | undefined,
): Promise<Answer> {
  await visit.database.transaction(ANONYMOUS, (tx) =>
    recordActs(tx, visit.clock.now(), [
      {
        chain: visit.portal.key,
        act: 'sign-in.refused',
        details: { area, reason, detail, ...(pending && { provider: pending.provider }) },
      },
    ]),
  );
  const wish = { area, back: pending?.back ?? '', level: pending?.level ?? ('none' as const) };
  const language = pending?.language ?? visit.language;
  return refusalPage(visit, reason, {
    language,
    again: entranceOf(visit, wish, language),
    cookies: [forgetPending(visit.portal.key, area)],
  });
}
