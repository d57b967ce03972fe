-- What operators see: how the work in the background goes, and which authorities have staff here. Counts and names of
-- jobs, never what a job was for.

-- The worker's tables are its own; it says once a minute how they look. One row: a report, not a history.
create table hall.worker_report (
  only_row boolean primary key default true check (only_row),
  reported_at timestamptz not null,
  outbox_waiting integer not null check (outbox_waiting >= 0),
  queue_waiting integer not null check (queue_waiting >= 0),
  retried integer not null check (retried >= 0),
  failed integer not null check (failed >= 0),
  -- [{ job, count, lastAt }], those that failed last first.
  failed_jobs jsonb not null check (jsonb_typeof(failed_jobs) = 'array')
);
alter table hall.worker_report enable row level security;
alter table hall.worker_report force row level security;
create policy worker_report_write on hall.worker_report to hall_worker using (true) with check (true);
create policy worker_report_read on hall.worker_report for select to hall_app using ((select hall.kind()) = 'operator');
create policy backup_read on hall.worker_report for select to hall_owner using ((select hall.is_backup()));
create policy backup_write on hall.worker_report for insert to hall_owner with check ((select hall.is_backup()));
grant select, insert, update on hall.worker_report to hall_worker;
grant select on hall.worker_report to hall_app;

-- Operators count staff by authority and role; names stay sealed.
create policy membership_operator on hall.staff_membership for select to hall_app using ((select hall.kind()) = 'operator');
