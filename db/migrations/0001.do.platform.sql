-- The ground: who a transaction runs for, and the outbox.
--
-- Three roles exist before this runs (src/platform/postgres): hall_owner runs migrations, hall_app answers requests
-- and owns nothing, hall_worker owns the job tables. Row-level security is forced, so it binds the owner too.
-- The context of a transaction is set once, locally; what is not set is null, and null sees nothing.

create schema if not exists hall;
grant usage on schema hall to hall_app, hall_worker;

create function hall.kind() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('hall.kind', true), '') $$;
create function hall.person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('hall.person', true), '')::uuid $$;
create function hall.acting_for() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('hall.acting_for', true), '')::uuid $$;
create function hall.authority() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('hall.authority', true), '')::uuid $$;
create function hall.case_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('hall.case', true), '')::uuid $$;
create function hall.draft_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('hall.draft', true), '')::uuid $$;

-- What is to be done once the transaction is committed. Written by the domain in its own transaction; the worker
-- moves rows into its queue (delete … returning and add_jobs in one transaction). Payloads carry ids, never
-- personal data.
create table hall.outbox (
  id uuid primary key,
  job text not null check (job ~ '^[a-z][a-z-]+$'),
  payload jsonb not null default '{}',
  written_at timestamptz not null default now()
);
alter table hall.outbox enable row level security;
alter table hall.outbox force row level security;
create policy outbox_write on hall.outbox for insert to hall_app with check ((select hall.kind()) is not null);
create policy outbox_move_read on hall.outbox for select to hall_worker using (true);
-- `for update skip locked` wants the right to update, of which no statement makes use.
create policy outbox_move_lock on hall.outbox for update to hall_worker using (true) with check (false);
create policy outbox_move on hall.outbox for delete to hall_worker using (true);
grant insert on hall.outbox to hall_app;
grant select, delete on hall.outbox to hall_worker;
grant update (id) on hall.outbox to hall_worker;
