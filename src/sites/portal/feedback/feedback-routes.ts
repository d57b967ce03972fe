import type { Limiter, Visit } from '../../../modules/identity/index.ts';
import { type Answer, redirect } from '../../../platform/http/answer.ts';
import type { Route } from '../../../platform/http/route.ts';
import { to, routes as urls } from '../../../routes.ts';
import { pageNameFrom } from '../layout/page-name.ts';
import { type FeedbackAsk, feedbackPage, feedbackSent, LONGEST_COMMENT } from './feedback-pages.ts';
import { keepFeedback } from './feedback-store.ts';

/** A page's name as `pageName` makes it, of this portal: never an address elsewhere. */
const PAGE_NAME = /^\/(?!\/)[\w/:.~%-]{0,199}$/;

/** Yes and no from every page, and what people want to add. */
export function feedbackRoutes(limiter: Limiter): Route<Visit>[] {
  const path = urls.portal.feedback;
  return [
    { method: 'GET', path, access: 'public', handle: showFeedback },
    { method: 'POST', path, access: 'public', handle: (visit) => takeFeedback(visit, limiter) },
  ];
}

function showFeedback(visit: Visit): Answer {
  const page = pageOf(visit, visit.query.page);
  if (visit.query.sent !== undefined) return feedbackSent(visit, page);
  return feedbackPage(visit, { page, isAnswered: visit.query.found !== undefined });
}

async function takeFeedback(visit: Visit, limiter: Limiter): Promise<Answer> {
  const page = pageOf(visit, visit.body.page);
  const { found, comment } = visit.body;
  if (found === 'yes' || found === 'no') {
    await keep(visit, limiter, { page, found: found === 'yes' });
    return redirect(hereWith(visit, { page, found }));
  }
  const typed = typeof comment === 'string' ? comment.trim() : '';
  const fault: FeedbackAsk['fault'] = typed === '' ? 'empty' : typed.length > LONGEST_COMMENT ? 'tooLong' : undefined;
  if (fault) return feedbackPage(visit, { page, isAnswered: false, comment: typed, fault });
  await keep(visit, limiter, { page, comment: typed });
  return redirect(hereWith(visit, { page, sent: '1' }));
}

function keep(visit: Visit, limiter: Limiter, said: { page: string; found?: boolean; comment?: string }) {
  limiter.take('feedback', visit.address);
  const feedback = { portal: visit.portal.key, language: visit.language, ...said };
  // As anonymous even when somebody is signed in: it is nobody's.
  return visit.database.transaction({ kind: 'anonymous' }, (tx) => keepFeedback(tx, feedback, visit.clock.now()));
}

const pageOf = (visit: Visit, given: unknown): string =>
  (typeof given === 'string' && PAGE_NAME.test(given) && pageNameFrom(given)) ||
  to(urls.portal.home, { lang: visit.language });

const hereWith = (visit: Visit, query: Record<string, string>): string =>
  visit.root + to(urls.portal.feedback, { lang: visit.language }, query);
