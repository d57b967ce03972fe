import type pg from 'pg';

/** A table of the schema `hall`, with the columns that can be written. */
export interface Table {
  name: string;
  columns: readonly string[];
}

const TABLES = `
  select c.relname as name,
         array(select a.attname::text from pg_attribute a
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
         array(select distinct f.confrelid::regclass::text from pg_constraint f
                where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
    from pg_class c
   where relnamespace = 'hall'::regnamespace and relkind = 'r' and relname <> 'schema_migration'
   order by relname`;

/** All tables, each behind those that its foreign keys lead to, so that they can be filled in this order. */
export async function tablesInOrder(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; needs: string[] }>(TABLES);
  const byName = new Map(rows.map((row) => [row.name, row]));
  const ordered: Table[] = [];
  const placed = new Set<string>();
  const place = (name: string): void => {
    const row = byName.get(name);
    if (!row || placed.has(name)) return;
    placed.add(name);
    for (const needed of row.needs) place(needed.replace(/^hall\./, ''));
    ordered.push({ name, columns: row.columns });
  };
  for (const { name } of rows) place(name);
  return ordered;
}

/** The number of the newest migration that ran. */
export async function schemaVersion(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    'select max(version)::int as version from hall.schema_migration',
  );
  return rows[0]?.version ?? 0;
}
