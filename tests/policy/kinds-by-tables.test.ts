/**
 * Who can do what with the rows of each table, tried out and written down. Every table gets one row that belongs to the
 * same person, authority, case and draft; each kind of principal then reads, creates, updates and deletes it, once as
 * the one to whom it belongs and once as a stranger of the same kind. Checks and references are taken off first: what
 * is left to refuse anything is row-level security and the grants. Read the golden file as a table.
 */
import { after, before, test } from 'node:test';
import { newId } from '../../src/platform/crypto/ids.ts';
import { type Database, statement } from '../../src/platform/db/database.ts';
import type { Principal } from '../../src/platform/db/principal.ts';
import { withClient } from '../../src/platform/postgres/with-client.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { assertGolden } from '../golden.ts';

interface Column {
  table: string;
  column: string;
  type: string;
  updatable: boolean;
}
interface Whose {
  person: string;
  authority: string;
  case: string;
  draft: string;
}

let database: TestDatabase;
let columns: Column[];
const whose = (): Whose => ({ person: newId(), authority: newId(), case: newId(), draft: newId() });
const owner = whose();
const ROW_ID = newId();

before(async () => {
  database = await testDatabase();
  await withClient(database.adminUrl, async (client) => {
    await client.query(`do $$ declare c record; begin
      for c in select conrelid::regclass as tab, conname from pg_constraint
                where connamespace = 'hall'::regnamespace and contype in ('c', 'f') order by contype = 'c'
      loop execute format('alter table %s drop constraint %I', c.tab, c.conname); end loop;
      for c in select tgrelid::regclass as tab, tgname from pg_trigger
                where not tgisinternal loop execute format('drop trigger %I on %s', c.tgname, c.tab); end loop; end $$`);
    const found = await client.query<Column>(`
      select c.table_name as table, c.column_name as column, c.udt_name as type,
             has_column_privilege('hall_app', format('hall.%I', c.table_name), c.column_name, 'update') as updatable
        from information_schema.columns c join pg_class k on k.relname = c.table_name and k.relnamespace = 'hall'::regnamespace
       where c.table_schema = 'hall' and k.relkind = 'r' and c.is_generated = 'NEVER' and c.table_name <> 'schema_migration'
       order by c.table_name collate "C", c.ordinal_position`);
    columns = found.rows;
    await client.query('truncate hall.content_revision');
    for (const table of tables()) await client.query(insertOf(table, 'staff'));
  });
});
after(() => database.close());

const tables = () => [...new Set(columns.map(({ table }) => table))];
const columnsOf = (table: string) => columns.filter((column) => column.table === table);

/** The id of a row, where another table or the context knows it by that. */
const IDS: Record<string, string> = {
  'case_record.id': owner.case,
  'account.id': owner.person,
  'authority.id': owner.authority,
  'draft.id': owner.draft,
  'email_code.subject_id': owner.person,
  'audit_entry.subject_id': owner.case,
};
const WORDS: Record<string, string> = {
  'pack_version.kind': 'service',
  'pack_version.origin': 'overlay',
  // The authority's row has the key x, like all text here.
  'pack_version.scope': 'authority:x',
  'case_record.status': 'closed',
  'session.role': 'caseworker',
  'staff_membership.role': 'caseworker',
};

function literalOf({ table, column, type }: Column, kind: string): string {
  const known = IDS[`${table}.${column}`] ?? WORDS[`${table}.${column}`];
  if (known) return `'${known}'`;
  if (column === 'actor_kind') return `'${kind}'`;
  if (type === 'uuid') return `'${idFor(column)}'`;
  if (type === 'bool') return 'true';
  if (type === 'bytea') return `'\\x${'ab'.repeat(32)}'`;
  if (type === 'jsonb' || type === 'json') return `'{}'`;
  if (type === 'date' || type === 'timestamptz') return `'2020-01-01'`;
  if (/^(int|numeric|float)/.test(type)) return '1';
  return type.startsWith('_') ? `'{}'` : `'x'`;
}

function idFor(column: string): string {
  if (/^(person|account|author|actor|assignee|addressee)_id$|_by$/.test(column)) return owner.person;
  if (column === 'authority_id') return owner.authority;
  if (column === 'case_id') return owner.case;
  return column === 'draft_id' ? owner.draft : ROW_ID;
}

function insertOf(table: string, kind: string): string {
  const all = columnsOf(table);
  return `insert into hall."${table}" (${all.map(({ column }) => `"${column}"`).join(', ')})
    values (${all.map((column) => literalOf(column, kind)).join(', ')})`;
}

const PRINCIPALS = (of: Whose): [name: string, Principal][] => [
  ['anonymous', { kind: 'anonymous' }],
  ['applicant of a draft', { kind: 'applicant', draftId: of.draft }],
  ['applicant of a case', { kind: 'applicant', caseId: of.case }],
  ['person', { kind: 'person', personId: of.person }],
  ['staff', { kind: 'staff', personId: of.person, authorityId: of.authority }],
  ['operator', { kind: 'operator', personId: of.person }],
  ['job for a case', { kind: 'job', caseId: of.case, authorityId: of.authority }],
  ['job for a person', { kind: 'job', personId: of.person }],
  ['job', { kind: 'job' }],
  ['application', { kind: 'application', applicationId: newId(), authorityId: of.authority }],
];
const NOBODY = { kind: '' } as unknown as Principal;

class Undo extends Error {}

/** The rows that `sql` would touch; -1 when it is refused. Nothing is kept. */
async function tryOut(role: Database, principal: Principal, sql: string): Promise<number> {
  let count = -1;
  try {
    await role.transaction(principal, async (tx) => {
      count = await tx.run(statement(`probe ${newId()}`, sql));
      throw new Undo();
    });
  } catch (error) {
    if ((error as { code?: string }).code === '23505') return 1;
    if (!(error instanceof Undo) && (error as { code?: string }).code !== '42501') throw error;
  }
  return count;
}

/** `rcud`: read, create, update, delete; `-` where the one who asks cannot. */
async function cellOf(role: Database, principal: Principal, table: string): Promise<string> {
  const column = columnsOf(table).find(({ updatable }) => updatable)?.column ?? columnsOf(table)[0]?.column;
  const tries: [letter: string, sql: string][] = [
    ['r', `select from hall."${table}"`],
    ['c', insertOf(table, principal.kind)],
    ['u', `update hall."${table}" set "${column}" = "${column}"`],
    ['d', `delete from hall."${table}"`],
  ];
  let cell = '';
  for (const [letter, sql] of tries) cell += (await tryOut(role, principal, sql)) > 0 ? letter : '-';
  return cell === '----' ? '·' : cell;
}

test('what each kind of principal can do with each table is what was read and agreed', async () => {
  const blocks: string[] = [];
  const seats: [title: string, role: Database, of: Whose][] = [
    ['as the one to whom the row belongs', database.app, owner],
    ['as a stranger of the same kind', database.app, whose()],
  ];
  const wide = Math.max(...tables().map((table) => table.length)) + 2;
  for (const [title, role, of] of seats) {
    const principals = PRINCIPALS(of);
    const lines: string[] = [];
    for (const table of tables()) {
      const cells: string[] = [];
      for (const [, principal] of principals) cells.push(await cellOf(role, principal, table));
      lines.push(table.padEnd(wide) + cells.map((cell) => cell.padEnd(6)).join(''));
    }
    const head = principals.map(([name], index) => `${''.padEnd(wide + index * 6)}${name}`);
    blocks.push([`# hall_app, ${title}`, ...head, ...lines].map((line) => line.trimEnd()).join('\n'));
  }
  const lines: string[] = [];
  for (const table of tables()) {
    const cells = [];
    for (const role of [database.app, database.worker, database.owner]) cells.push(await cellOf(role, NOBODY, table));
    lines.push((table.padEnd(wide) + cells.map((cell) => cell.padEnd(8)).join('')).trimEnd());
  }
  blocks.push([`# without any context: hall_app, hall_worker, hall_owner`, ...lines].join('\n'));
  assertGolden(new URL('./kinds-by-tables.golden.txt', import.meta.url), `${blocks.join('\n\n')}\n`);
});
