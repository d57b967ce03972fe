import { type Statement, statement, type Tx } from '../../../platform/db/database.ts';
import type { Documents } from '../../documents/index.ts';
import type { Status } from '../engine/case-state.ts';
import { termOf, wordsOf } from './case-terms.ts';

export const SCOPES = ['open', 'mine', 'unassigned', 'overdue', 'waiting', 'ready', 'closed'] as const;
export type Scope = (typeof SCOPES)[number];
export const SORTS = ['due', 'newest'] as const;
export type Sort = (typeof SORTS)[number];

export interface InboxQuestion {
  authorityId: string;
  /** The caseworker who asks, for `mine`. */
  personId: string;
  scope: Scope;
  sort: Sort;
  /** Today where the authority is, for `overdue`. */
  today: Temporal.PlainDate;
  service?: string;
  /** Words as typed: a name, a number, what stands in the application. */
  words?: string;
  /** The last line of the page before. */
  after?: { at: string; id: string };
}

export interface InboxLine {
  caseId: string;
  number: string;
  service: string;
  status: Status;
  receivedAt: Date;
  dueOn: string;
  assigneeId: string | null;
  /** Whom it is about. */
  label: string;
}

export interface InboxPage {
  lines: InboxLine[];
  /** Where the next page begins, when there is one. */
  next?: { at: string; id: string };
}

/** Lines on one page. */
export const PAGE_LENGTH = 25;

interface Row {
  case_id: string;
  number: string;
  service: string;
  status: Status;
  received_at: Date;
  due_on: string;
  at: string;
  assignee_id: string | null;
  label: Buffer;
  wrapped_key: Buffer;
}

const SCOPE_SQL: Record<Scope, string> = {
  open: 'is_open',
  mine: 'is_open and assignee_id = $2',
  unassigned: 'is_open and assignee_id is null',
  overdue: 'is_open and due_on < $3',
  waiting: `is_open and status = 'waiting'`,
  ready: `is_open and status = 'ready'`,
  closed: 'not is_open',
};

/** Closed cases have no due date that matters: they always come newest first. */
const orderOf = ({ scope, sort }: Pick<InboxQuestion, 'scope' | 'sort'>): Sort =>
  scope === 'closed' ? 'newest' : sort;

const ORDER_SQL: Record<Sort, { key: string; behind: string; order: string }> = {
  due: { key: 'due_on::text', behind: '(due_on, case_id) > ($4::date, $5::uuid)', order: 'due_on, case_id' },
  newest: {
    key: `to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    behind: '(received_at, case_id) < ($4::timestamptz, $5::uuid)',
    order: 'received_at desc, case_id desc',
  },
};
const START: Record<Sort, [at: string, id: string]> = {
  due: ['-infinity', '00000000-0000-0000-0000-000000000000'],
  newest: ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
};

const made = new Map<string, Statement<Row>>();

/** One statement for each kind of question, so that each keeps its plan. All take the same parameters. */
function statementFor(scope: Scope, sort: Sort, hasService: boolean, words: number): Statement<Row> {
  const name = `cases.inbox-${scope}-${sort}${hasService ? '-service' : ''}${words > 0 ? `-words${words}` : ''}`;
  const before = made.get(name);
  if (before) return before;
  const { key, behind, order } = ORDER_SQL[sort];
  const terms = Array.from(
    { length: words },
    (_, index) =>
      ` and exists (select from hall.case_term t where t.authority_id = $1 and t.term = ($7::bytea[])[${index + 1}] and t.case_id = a.case_id)`,
  ).join('');
  const asked = statement<Row>(
    name,
    `select case_id, number, service, status, received_at, due_on::text as due_on, ${key} as at, assignee_id, label, wrapped_key
       from hall.case_authority a
      where authority_id = $1 and ${SCOPE_SQL[scope]} and ${behind}
        and ($2::uuid is not null and $3::date is not null) ${hasService ? 'and service = $6' : 'and $6::text is null'}
        ${words > 0 ? terms : 'and $7::bytea[] is null'}
      order by ${order} limit ${PAGE_LENGTH + 1}`,
  );
  made.set(name, asked);
  return asked;
}

const MOST_WORDS = 4;

/** One page of the inbox of an authority. Row-level security shows only its own cases, whatever is asked. */
export async function inboxPage(
  tx: Tx,
  documents: Documents,
  termKey: Buffer,
  question: InboxQuestion,
): Promise<InboxPage> {
  const sort = orderOf(question);
  const words = wordsOf(question.words ?? '').slice(0, MOST_WORDS);
  const after = question.after ? ([question.after.at, question.after.id] as const) : START[sort];
  const rows = await tx.many(
    statementFor(question.scope, sort, question.service !== undefined, words.length),
    question.authorityId,
    question.personId,
    question.today.toString(),
    after[0],
    after[1],
    question.service ?? null,
    words.length > 0 ? words.map((word) => termOf(termKey, question.authorityId, word)) : null,
  );
  const last = rows.length > PAGE_LENGTH ? rows[PAGE_LENGTH - 1] : undefined;
  return {
    lines: rows.slice(0, PAGE_LENGTH).map((row) => lineOf(row, documents, question.authorityId)),
    ...(last && { next: { at: last.at, id: last.case_id } }),
  };
}

function lineOf(row: Row, documents: Documents, authorityId: string): InboxLine {
  const box = documents.boxOf({ caseId: row.case_id }, authorityId, row.wrapped_key);
  return {
    caseId: row.case_id,
    number: row.number,
    service: row.service,
    status: row.status,
    receivedAt: row.received_at,
    dueOn: row.due_on,
    assigneeId: row.assignee_id,
    label: String(box.openJson(row.label, 'label')),
  };
}

const COUNTED = SCOPES.filter((scope) => scope !== 'closed');
const COUNTS = statement<Record<Scope, number>>(
  'cases.inbox-counts',
  `select ${COUNTED.map(
    (scope) =>
      `(select count(*)::int from (select from hall.case_authority
         where authority_id = $1 and ${SCOPE_SQL[scope]} limit 1000) as counted) as "${scope}"`,
  ).join(', ')} where $2::uuid is not null and $3::date is not null`,
);
/** How many cases each scope holds, up to 1,000: beyond that nobody needs to know how many more. */
export async function inboxCounts(
  tx: Tx,
  { authorityId, personId, today }: Pick<InboxQuestion, 'authorityId' | 'personId' | 'today'>,
): Promise<Partial<Record<Scope, number>>> {
  return (await tx.one(COUNTS, authorityId, personId, today.toString())) ?? {};
}

const LOAD = statement<{ day: string; count: number }>(
  'cases.load-by-day',
  `select greatest(due_on, $2::date - 1)::text as day, count(*)::int as count
     from (select due_on from hall.case_authority where authority_id = $1 and is_open order by due_on limit 5000) as soon
    where due_on < $2::date + 14 group by 1 order by 1`,
);
/** How much falls due on which day: everything late on yesterday, then today and the next two weeks. */
export const dueLoad = (tx: Tx, authorityId: string, today: Temporal.PlainDate) =>
  tx.many(LOAD, authorityId, today.toString());
