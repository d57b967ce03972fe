import { type Answer, redirect } from '../../../platform/http/answer.ts';
import { HallFailure, notFound } from '../../../platform/http/failure.ts';
import type { Route } from '../../../platform/http/route.ts';
import { routes as urls } from '../../../routes.ts';
import type { Visit } from '../../identity/index.ts';
import { keepDraft } from '../drafts/open-draft.ts';
import { mergePage, type Shown } from '../engine/index.ts';
import type { FormsWiring } from '../forms-wiring.ts';
import { rowsShown } from './render-people.ts';
import { addressIn, draftIdOf, onDraft, type Sheet, sentText } from './sheet.ts';
import { showPage } from './show-page.ts';
import { signedOutPage } from './signed-out-page.ts';

/** One page of the form: shown, and sent back. */
export const pageRoutes = (wiring: FormsWiring): Route<Visit>[] => [
  {
    method: 'GET',
    path: urls.portal.draftPage,
    access: 'draft.edit',
    handle: (visit) => onDraft(visit, wiring, { lock: false }, (sheet) => look(sheet)),
  },
  {
    method: 'POST',
    path: urls.portal.draftPage,
    access: 'draft.edit',
    bodyLimitBytes: 128 * 1024,
    handle: (visit) => send(visit, wiring),
  },
];

function look(sheet: Sheet): Answer {
  const { visit, state } = sheet;
  const { page: key } = visit.params;
  const known = state.form.pages.some((page) => page.key === key);
  if (!known || key === undefined) throw notFound();
  if (!state.pages.some((page) => page.key === key)) return redirect(nextAfter(sheet, key));
  return showPage(sheet, key, {
    showsMissing: visit.query.check !== undefined,
    isMerged: visit.query.merged === '1',
    rows: rowsAsked(visit.query.rows),
    refusal: visit.query.refused,
    fromSummary: visit.query.from === 'summary',
  });
}

/** A page that is not (or no longer) asked leads on: to the first visible page behind it. */
function nextAfter({ state, visit, draft }: Sheet, key: string): string {
  const order = state.form.pages.map((page) => page.key);
  const address = addressIn(visit, draft.record.id);
  const next = state.pages.find((page) => order.indexOf(page.key) > order.indexOf(key));
  return next ? address.page(next.key) : address.summary();
}

const rowsAsked = (asked: string | undefined): Record<string, number> => {
  const [, field, rows] = /^(\w{1,41}):(\d{1,2})$/.exec(asked ?? '') ?? [];
  return field && rows ? { [field]: Number(rows) } : {};
};

/** What somebody typed is never answered with an empty hand: without access it is shown again. */
async function send(visit: Visit, wiring: FormsWiring): Promise<Answer> {
  draftIdOf(visit);
  wiring.limiter.take('write', visit.session?.personId ?? visit.address);
  try {
    return await onDraft(visit, wiring, { lock: true }, (sheet) => save(sheet));
  } catch (error) {
    if (!(error instanceof HallFailure && error.code === 'not-found') || visit.session) throw error;
    return signedOutPage(visit);
  }
}

async function save(sheet: Sheet): Promise<Answer> {
  const { visit, draft, tx } = sheet;
  const { page: key } = visit.params;
  if (key === undefined || !sheet.state.form.pages.some((page) => page.key === key)) throw notFound();
  const sent = withoutRemoved(visit.body, sentText(visit, 'remove'));
  const { state, touched } = mergePage(sheet.state, key, sent, shownIn(sentText(visit, 'shown')));
  const isStale = Number(sentText(visit, 'revision') ?? draft.record.revision) !== draft.record.revision;
  draft.content.entries = { ...state.situation.entries };
  const at = visit.clock.now();
  await keepDraft(tx, draft, touched.length > 0, at);
  if (touched.length > 0) draft.record.revision++;
  draft.record.changedAt = at;
  return answerTo({ ...sheet, state }, key, isStale && touched.length > 0);
}

/**
 * Always a redirect, also to what is wrong: all of it is kept in the draft, and the back button never asks to send anew.
 */
function answerTo(sheet: Sheet, key: string, isMerged: boolean): Answer {
  const { visit, state, draft } = sheet;
  const address = addressIn(visit, draft.record.id);
  const fromSummary = sentText(visit, 'from') === 'summary' ? 'summary' : undefined;
  const add = sentText(visit, 'add');
  const list = add === undefined ? undefined : state.fields.get(add);
  if (list) {
    const rows = rowsShown({ state: list, rows: 1 }).length + 1;
    return redirect(
      `${address.page(key, { rows: `${add}:${rows}`, from: fromSummary })}#f-${add}-${rows - 1}-givenName`,
    );
  }
  if (sentText(visit, 'remove') !== undefined) return redirect(address.page(key, { from: fromSummary }));
  if (sentText(visit, 'go') === 'later') return redirect(address.draft());
  const page = state.pages.find((one) => one.key === key);
  const merged = isMerged ? '1' : undefined;
  if (page && !page.isComplete) return redirect(address.page(key, { check: '1', merged, from: fromSummary }));
  if (merged) return redirect(address.page(key, { merged, from: fromSummary }));
  return redirect(fromSummary ? address.summary() : nextAfter(sheet, key));
}

/** The marks of the fields that the page showed, as the page wrote them. */
function shownIn(text: string | undefined): Shown {
  const shown: Record<string, string> = Object.create(null);
  for (const pair of (text ?? '').slice(0, 20_000).split(' ')) {
    const [field, mark] = pair.split(':');
    if (field && mark !== undefined) shown[field] = mark;
  }
  return shown;
}

/** `remove=children.1`: as if nothing had been typed in that row. */
function withoutRemoved(body: Visit['body'], removed: string | undefined): Visit['body'] {
  if (removed === undefined || !/^\w{1,41}\.\d{1,2}$/.test(removed)) return body;
  const rest: Visit['body'] = Object.create(null);
  for (const [name, value] of Object.entries(body)) if (!name.startsWith(`${removed}.`)) rest[name] = value;
  return rest;
}
