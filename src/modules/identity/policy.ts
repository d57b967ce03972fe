// biome-ignore-all format: the table below is read as a table
import type { Session, StaffRole } from './visit.ts';

/**
 * Who may do what with whose things, on one page. What does not stand here is not allowed. Row-level security says the
 * same a second time; neither replaces the other. `policy.golden.txt` is the same table to be read as a diff.
 *
 * Columns: anonymous (with the secret of an own draft or case at most), person, and the roles of staff. Cells: `own` =
 * things of the person themselves, `authority` = things of the authority they work for, `all`, `·` = nothing.
 */
const TABLE = {
  //                         anonymous person caseworker lead read-only clerk auditor operator
  'session.manage':        '    ·      own      own      own     own     own    own      own   ',
  'draft.edit':            '   own     own       ·        ·       ·       ·      ·        ·    ',
  'application.submit':    '   own     own       ·        ·       ·       ·      ·        ·    ',
  'application.read':      '   own     own       ·        ·       ·       ·      ·        ·    ',
  'application.withdraw':  '   own     own       ·        ·       ·       ·      ·        ·    ',
  'account.read':          '    ·      own       ·        ·       ·       ·      ·        ·    ',
  'mailbox.read':          '    ·      own       ·        ·       ·       ·      ·        ·    ',
  'message.write':         '   own     own   authority authority  ·       ·      ·        ·    ',
  'document.read':         '   own     own   authority authority authority ·     ·        ·    ',
  'case.list':             '    ·       ·    authority authority authority ·     ·        ·    ',
  'case.read':             '    ·       ·    authority authority authority ·     ·        ·    ',
  'case.take':             '    ·       ·    authority authority  ·       ·      ·        ·    ',
  'case.assign':           '    ·       ·        ·     authority  ·       ·      ·        ·    ',
  'case.note':             '    ·       ·    authority authority  ·       ·      ·        ·    ',
  'case.ask':              '    ·       ·    authority authority  ·       ·      ·        ·    ',
  'case.decide':           '    ·       ·    authority authority  ·       ·      ·        ·    ',
  'case.deliver':          '    ·       ·    authority authority  ·       ·      ·        ·    ',
  'content.read':          '    ·       ·        ·     authority  ·    authority authority ·    ',
  'content.edit':          '    ·       ·        ·        ·       ·    authority ·        ·    ',
  'audit.read':            '    ·       ·        ·     authority  ·       ·   authority   ·    ',
  'operation.read':        '    ·       ·        ·        ·       ·       ·      ·       all   ',
  'notice.set':            '    ·       ·        ·        ·       ·       ·      ·       all   ',
} as const;

export const ROLES = ['anonymous', 'person', 'caseworker', 'lead', 'read-only', 'clerk', 'auditor', 'operator'] as const;
export type Role = (typeof ROLES)[number];
export type Action = keyof typeof TABLE;
export type Whose = 'own' | 'authority';
type Cell = Whose | 'all' | '·';

export const ACTIONS = Object.keys(TABLE) as Action[];

const cells = new Map<string, Cell>();
for (const action of ACTIONS) {
  const row = TABLE[action].trim().split(/\s+/) as Cell[];
  if (row.length !== ROLES.length) throw new Error(`policy: ${action} has ${row.length} cells`);
  ROLES.forEach((role, index) => void cells.set(`${role} ${action}`, row[index] as Cell));
}

export const cellOf = (role: Role, action: Action): Cell => cells.get(`${role} ${action}`) ?? '·';

/** Staff act as staff only: in their own matters they sign in as a person. */
export function roleOf(session: Session | undefined): Role {
  if (!session) return 'anonymous';
  if (session.operator) return 'operator';
  return session.staff ? staffRole(session.staff.role) : 'person';
}

/** A staff role is a column of the table; `operator` is never one of an authority. */
const staffRole = (role: StaffRole): Role => (role === 'operator' ? 'anonymous' : role);

/** True when the one who holds `session` may do `action` with something that is `whose`. */
export function may(session: Session | undefined, action: Action, whose: Whose): boolean {
  const cell = cellOf(roleOf(session), action);
  return cell === 'all' || cell === whose;
}

/**
 * True when a route with this `access` is open to the one who holds `session`, with whoever's things: which rows they
 * see is decided later by `may` and by the database. Throws for an access that is neither `public` nor an action.
 */
export function mayEnter(session: Session | undefined, access: string): boolean {
  if (access === 'public') return true;
  if (!isAction(access)) throw new Error(`no such permission: ${access}`);
  return cellOf(roleOf(session), access) !== '·';
}

export const isAction = (access: string): access is Action => Object.hasOwn(TABLE, access);
