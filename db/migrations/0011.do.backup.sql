-- Backup and restore read and write every table as hall_owner, whom forced row-level security binds like anybody else.
-- The policies open to hall_owner alone, and only in a transaction that says it is a backup. hall_owner answers no
-- requests. A table that comes later brings its own two policies (tests/schema.test.ts looks for them).

create function hall.is_backup() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('hall.backup', true), '') = 'on' $$;

do $$
declare
  name text;
begin
  for name in
    select relname from pg_class
     where relnamespace = 'hall'::regnamespace and relkind = 'r' and relname <> 'schema_migration'
  loop
    execute format('create policy backup_read on hall.%I for select to hall_owner using ((select hall.is_backup()))', name);
    execute format('create policy backup_write on hall.%I for insert to hall_owner with check ((select hall.is_backup()))', name);
  end loop;
end $$;
create policy backup_revision on hall.content_revision for update to hall_owner using ((select hall.is_backup()));
