-- What the sites themselves keep: whether people found what they needed, and what operators have to tell everybody.

-- Nobody's: no person, no address, no session. The page is named without what belongs to a person.
create table hall.feedback (
  id uuid primary key,
  portal text not null check (portal ~ '^[a-z][a-z0-9-]{0,30}$'),
  language text not null check (language ~ '^[a-z]{2}$'),
  page text not null check (page ~ '^/' and octet_length(page) <= 400),
  found boolean,
  comment text check (char_length(comment) between 1 and 2000),
  written_at timestamptz not null,
  check (found is not null or comment is not null)
);
create index feedback_written on hall.feedback (written_at);

create table hall.notice (
  id uuid primary key,
  -- null: on all portals.
  portal text check (portal ~ '^[a-z][a-z0-9-]{0,30}$'),
  kind text not null check (kind in ('information', 'outage')),
  -- language → text
  text jsonb not null check (jsonb_typeof(text) = 'object' and text <> '{}' and octet_length(text::text) <= 8000),
  shown_from timestamptz not null,
  shown_until timestamptz,
  set_at timestamptz not null,
  set_by uuid not null,
  -- Taken back before its time; it stays, since operators are asked later what was shown when.
  ended_at timestamptz,
  check (shown_until is null or shown_until > shown_from)
);
create index notice_open on hall.notice (shown_from) where ended_at is null;

alter table hall.feedback enable row level security;
alter table hall.feedback force row level security;
alter table hall.notice enable row level security;
alter table hall.notice force row level security;

-- Everybody may say something; only operators read it, and the job that sweeps what is old.
create policy feedback_write on hall.feedback for insert to hall_app with check ((select hall.kind()) is not null);
create policy feedback_read on hall.feedback for select to hall_app using ((select hall.kind()) = 'operator');
create policy feedback_sweep_find on hall.feedback for select to hall_app
  using ((select hall.kind()) = 'job' and written_at < now() - interval '1 year');
create policy feedback_sweep on hall.feedback for delete to hall_app
  using ((select hall.kind()) = 'job' and written_at < now() - interval '1 year');

-- A notice is read by everybody and set by operators, in their own name.
create policy notice_read on hall.notice for select to hall_app using ((select hall.kind()) is not null);
create policy notice_set on hall.notice for insert to hall_app
  with check ((select hall.kind()) = 'operator' and set_by = (select hall.person()));
create policy notice_end on hall.notice for update to hall_app
  using ((select hall.kind()) = 'operator') with check ((select hall.kind()) = 'operator');

grant select, insert, delete on hall.feedback to hall_app;
grant select, insert on hall.notice to hall_app;
grant update (ended_at) on hall.notice to hall_app;
