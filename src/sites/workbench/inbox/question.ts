import { type InboxQuestion, SCOPES, SORTS } from '../../../modules/cases/index.ts';
import type { Visit } from '../../../modules/identity/index.ts';
import { isId } from '../../../platform/crypto/ids.ts';
import { isMomentText } from '../../../platform/db/moment-text.ts';
import { to, routes as urls } from '../../../routes.ts';
import { seatOf } from '../seat.ts';

const LONGEST_WORDS = 100;

/** What is asked of the inbox, from its address. What makes no sense is as if it were not said. */
export function questionOf(visit: Visit): InboxQuestion {
  const { scope, sort, service, words, after } = visit.query;
  const { personId, authorityId } = seatOf(visit);
  const order = SORTS.find((each) => each === sort) ?? 'due';
  const position = positionOf(after);
  return {
    authorityId,
    personId,
    scope: SCOPES.find((each) => each === scope) ?? 'open',
    sort: order,
    today: todayOf(visit),
    ...(service && /^[a-z0-9][a-z0-9-]{0,80}$/.test(service) && { service }),
    ...(words && { words: words.slice(0, LONGEST_WORDS) }),
    ...(position && { after: position }),
  };
}

export const todayOf = (visit: Visit): Temporal.PlainDate =>
  visit.clock.now().toZonedDateTimeISO(visit.portal.timeZone).toPlainDate();

/** `2026-11-26_<id>`, or a moment before the id. */
function positionOf(asked: string | undefined): { at: string; id: string } | undefined {
  const [at = '', id] = (asked ?? '').split('_');
  return isMomentText(at) && isId(id) ? { at, id } : undefined;
}

/** What the address of the inbox says of `question`, without the page. */
export function queryOf(question: Partial<Pick<InboxQuestion, 'scope' | 'sort' | 'service' | 'words'>>) {
  const { scope, sort, service, words } = question;
  return {
    scope: scope === 'open' ? undefined : scope,
    sort: sort === 'due' ? undefined : sort,
    service,
    words,
  };
}

/** The inbox with `query`. */
export const addressOf = (visit: Visit, query: Record<string, string | undefined>): string =>
  visit.root + to(urls.workbench.inbox, { lang: visit.language }, query);
