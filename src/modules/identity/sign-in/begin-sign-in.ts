import { type Answer, redirect } from '../../../platform/http/answer.ts';
import { routes, to } from '../../../routes.ts';
import { refusalPage } from '../pages/refusal-page.ts';
import { type IdentityProvider, ProviderAway } from '../providers/identity-provider.ts';
import type { Area } from '../sessions/session.ts';
import type { AssuranceLevel, Visit } from '../visit.ts';
import { PENDING_SECONDS, pendingCookie, sealPending } from './pending-sign-in.ts';

export interface SignInWish {
  area: Area;
  back: string;
  level: AssuranceLevel;
}

/** Sends the browser to `provider`, with all that must be remembered in a cookie that only we can read. */
export async function beginSignIn(
  key: Buffer,
  visit: Visit,
  provider: IdentityProvider,
  wish: SignInWish,
): Promise<Answer> {
  const { portal, language, origin, root, clock } = visit;
  const path =
    wish.area === 'portal'
      ? to(routes.portal.signInReturn, { provider: provider.key })
      : to(routes.workbench.signInReturn, {});
  try {
    const { to: address, secrets } = await provider.start({
      returnAddress: origin + root + path,
      language,
      level: wish.level,
    });
    const pending = sealPending(key, {
      ...wish,
      portal: portal.key,
      provider: provider.key,
      language,
      secrets,
      begunAtMs: clock.now().epochMilliseconds,
    });
    return redirect(address, [
      { name: pendingCookie(portal.key, wish.area), value: pending, maxAgeSeconds: PENDING_SECONDS },
    ]);
  } catch (error) {
    if (!(error instanceof ProviderAway)) throw error;
    return refusalPage(visit, 'away', { language, again: entranceOf(visit, wish) });
  }
}

/** The sign-in page, with the same wish. */
export function entranceOf(visit: Visit, wish: SignInWish, language = visit.language): string {
  const more = { back: wish.back, ...(wish.level !== 'none' && { level: wish.level }) };
  const path = wish.area === 'portal' ? routes.portal.signIn : routes.workbench.signIn;
  return visit.root + to(path, { lang: language }, more);
}
