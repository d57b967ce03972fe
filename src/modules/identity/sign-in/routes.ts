import { type Answer, page, redirect } from '../../../platform/http/answer.ts';
import { notFound } from '../../../platform/http/failure.ts';
import type { Route } from '../../../platform/http/route.ts';
import { to, routes as urls } from '../../../routes.ts';
import type { Limiter } from '../limits.ts';
import { backOf, homeOf, signInPage, workbenchSignInPage } from '../pages/sign-in-page.ts';
import type { IdentityProvider } from '../providers/identity-provider.ts';
import { type Area, isEnough } from '../sessions/session.ts';
import { ASSURANCE_LEVELS, type AssuranceLevel, type Visit } from '../visit.ts';
import { beginSignIn, type SignInWish } from './begin-sign-in.ts';
import { finishSignIn, type ReturnDesk } from './finish-sign-in.ts';

export interface Entrance extends ReturnDesk {
  limiter: Limiter;
}

/** Sign-in of people and of staff: page, start, return. */
export function signInRoutes(entrance: Entrance): Route<Visit>[] {
  const get = (path: string, handle: Route<Visit>['handle']): Route<Visit> => ({
    method: 'GET',
    path,
    access: 'public',
    handle,
  });
  return [
    get(urls.portal.signIn, (visit) => showEntrance(entrance, visit)),
    get(urls.portal.signInStart, (visit) => {
      entrance.limiter.take('sign-in', visit.address);
      return beginSignIn(
        entrance.key,
        visit,
        providerOf(entrance, visit, 'people', visit.params.provider),
        wishOf(visit, 'portal'),
      );
    }),
    get(urls.portal.signInReturn, (visit) => comeBack(entrance, visit, 'portal')),
    get(urls.workbench.signIn, (visit) => showStaffEntrance(entrance, visit)),
    get(urls.workbench.signInReturn, (visit) => comeBack(entrance, visit, 'workbench')),
  ];
}

function comeBack(entrance: Entrance, visit: Visit, area: Area): Promise<Answer> {
  entrance.limiter.take('sign-in', visit.address);
  return finishSignIn(entrance, visit, area);
}

function wishOf(visit: Visit, area: Area): SignInWish {
  const home =
    area === 'portal' ? homeOf(visit, visit.language) : visit.root + to(urls.workbench.inbox, { lang: visit.language });
  return { area, back: backOf(visit, home), level: levelOf(visit.query.level) };
}

const levelOf = (asked: string | undefined): AssuranceLevel =>
  ASSURANCE_LEVELS.find((level) => level === asked) ?? 'none';

const providersFor = (entrance: Entrance, visit: Visit, kind: IdentityProvider['for']): IdentityProvider[] =>
  entrance.providersOf(visit).filter((provider) => provider.for === kind);

function providerOf(
  entrance: Entrance,
  visit: Visit,
  kind: IdentityProvider['for'],
  key: string | undefined,
): IdentityProvider {
  const provider = providersFor(entrance, visit, kind).find((each) => each.key === key);
  if (!provider) throw notFound();
  return provider;
}

/** Who is signed in surely enough already goes straight on. */
function showEntrance(entrance: Entrance, visit: Visit): Answer {
  const wish = wishOf(visit, 'portal');
  if (visit.session && isEnough(visit.session.level, wish.level)) return redirect(wish.back);
  const { title, main } = signInPage(visit, providersFor(entrance, visit, 'people'), wish);
  return page(title, main, { shape: 'reading' });
}

function showStaffEntrance(entrance: Entrance, visit: Visit): Answer | Promise<Answer> {
  const wish = wishOf(visit, 'workbench');
  if (visit.session) return redirect(wish.back);
  if (visit.query.provider !== undefined) {
    entrance.limiter.take('sign-in', visit.address);
    return beginSignIn(entrance.key, visit, providerOf(entrance, visit, 'staff', visit.query.provider), wish);
  }
  const { title, main } = workbenchSignInPage(visit, providersFor(entrance, visit, 'staff'), wish.back);
  return page(title, main, { shape: 'bare' });
}
