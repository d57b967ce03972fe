import { withClient } from '../../src/platform/postgres/with-client.ts';

/** One question to the catalogue for each kind of thing; every row is a line, in a fixed order. */
const QUESTIONS: readonly (readonly [heading: string, sql: string])[] = [
  [
    'functions',
    `select pg_get_functiondef(p.oid) as line from pg_proc p where pronamespace = 'hall'::regnamespace order by proname, p.oid::regprocedure::text`,
  ],
  [
    'tables',
    `select format('%s%s%s', c.relname,
                   case when c.relrowsecurity then ' · row-level security' else ' · NO row-level security' end,
                   case when c.relforcerowsecurity then ', forced' else '' end) || ' · owner ' || pg_get_userbyid(c.relowner)
        || coalesce((select string_agg(format(E'\\n    %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
                case when a.attnotnull then ' not null' else '' end,
                coalesce(case when a.attgenerated <> '' then ' generated always as ' else ' default ' end || pg_get_expr(d.adbin, d.adrelid), '')), '' order by a.attnum)
              from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), '') as line
       from pg_class c where relnamespace = 'hall'::regnamespace and relkind in ('r', 'p', 'v', 'm') order by relname`,
  ],
  [
    'constraints',
    `select format('%s: %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line
       from pg_constraint where connamespace = 'hall'::regnamespace and contype <> 'n' order by 1`,
  ],
  ['indexes', `select indexdef as line from pg_indexes where schemaname = 'hall' order by 1`],
  [
    'policies',
    `select format('%s: %s for %s to %s%s%s', tablename, policyname, lower(cmd), array_to_string(roles, ', '),
                   coalesce(E'\\n    using ' || qual, ''), coalesce(E'\\n    with check ' || with_check, '')) as line
       from pg_policies where schemaname = 'hall' order by tablename, policyname`,
  ],
  [
    'triggers',
    `select pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where c.relnamespace = 'hall'::regnamespace and not tgisinternal order by 1`,
  ],
  [
    'grants',
    `select format('%s: %s to %s', table_name, string_agg(lower(privilege_type), ', ' order by privilege_type), grantee) as line
       from information_schema.role_table_grants where table_schema = 'hall' and grantee <> 'hall_owner' group by table_name, grantee
      union all
     select format('%s (%s): %s to %s', table_name, string_agg(column_name, ', ' order by column_name), lower(privilege_type), grantee)
       from information_schema.column_privileges c where table_schema = 'hall' and grantee <> 'hall_owner'
        and not exists (select from information_schema.role_table_grants t where t.table_schema = c.table_schema
          and t.table_name = c.table_name and t.grantee = c.grantee and t.privilege_type = c.privilege_type)
      group by table_name, privilege_type, grantee
      order by 1`,
  ],
];

/**
 * Everything in the schema `hall` of the database at `url`, as text: the same for the same schema, whatever the order in
 * which it came about. `pg_dump` does not come with the embedded PostgreSQL.
 */
export async function schemaOf(url: string): Promise<string> {
  return withClient(url, async (client) => {
    await client.query(`set search_path = hall, pg_catalog`);
    const parts: string[] = [
      '-- Written by `npm run db:dump` out of the catalogue of a migrated database. Read it as a diff.',
    ];
    for (const [heading, sql] of QUESTIONS) {
      const { rows } = await client.query<{ line: string }>(sql);
      parts.push(`-- ${heading}\n\n${rows.map(({ line }) => line.trimEnd()).join('\n')}`);
    }
    return `${parts.join('\n\n')}\n`;
  });
}
