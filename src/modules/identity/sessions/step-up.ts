import { type Answer, redirect } from '../../../platform/http/answer.ts';
import { to, routes as urls } from '../../../routes.ts';
import type { AssuranceLevel, Visit } from '../visit.ts';
import { isEnough } from './session.ts';

/**
 * Who is known less surely than `level` signs in once more and comes `back`; undefined for who may go on. What somebody
 * sent while they were known for sure is not shown to whoever has only got hold of their weaker way to sign in.
 */
export function stepUp(visit: Visit, level: AssuranceLevel, back = hereOf(visit)): Answer | undefined {
  if (isEnough(visit.session?.level, level)) return undefined;
  return redirect(visit.root + to(urls.portal.signIn, { lang: visit.language }, { back, level }));
}

const hereOf = ({ path, query }: Visit): string => {
  const asked = new URLSearchParams(query).toString();
  return asked ? `${path}?${asked}` : path;
};
