-- Cases: what was sent, who takes part, what happened (DESIGN.md §4, invariants 1, 2, 6 and 9).
--
-- Events are the truth; case_record and case_authority hold what they made of the case, for lists. Who takes part sees:
-- staff of an authority by case_authority, the applicant by case_person. Lists start from these two, whose policies
-- look at nothing but their own columns. All else carries the authority that leads, so that its staff, who have many
-- cases, are told by a column; the few other cases of a principal come as an array, once for each statement.
-- What people wrote is sealed under the key of the case; no column holds it in clear.

-- Number and code of a case in one (see case-number.ts), said by somebody who has no account.
create function hall.case_token() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('hall.case_token', true), '')::uuid $$;

create table hall.case_record (
  id uuid primary key,
  number text not null unique check (number ~ '^[A-Z]{2}-[0-9]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$'),
  -- One case for each draft, however often it is sent.
  draft_id uuid not null unique,
  token uuid not null unique,
  portal text not null,
  service text not null,
  authority_id uuid not null,
  person_id uuid,
  form_version_id uuid not null,
  pinned jsonb not null,
  language text not null check (language in ('de', 'fr', 'it', 'en')),
  level text not null check (level in ('none', 'low', 'substantial', 'high')),
  delivery text not null check (delivery in ('mailbox', 'post', 'after-check')),
  status text not null check (status in ('received', 'in-progress', 'waiting', 'decided', 'ready', 'closed', 'withdrawn')),
  outcome text check (outcome in ('approved', 'refused')),
  revision integer not null check (revision > 0),
  received_at timestamptz not null,
  due_on date not null,
  delivered_at timestamptz,
  -- A decision counts from its delivery: nothing is closed without one.
  check (status <> 'closed' or (outcome is not null and delivered_at is not null)),
  check (status not in ('decided', 'ready') or outcome is not null)
);
create index case_record_person on hall.case_record (person_id, received_at desc, id desc) where person_id is not null;

-- Which authority takes part, with all that a line of its inbox shows.
create table hall.case_authority (
  case_id uuid not null references hall.case_record on delete cascade,
  authority_id uuid not null,
  is_lead boolean not null,
  number text not null,
  service text not null,
  status text not null check (status in ('received', 'in-progress', 'waiting', 'decided', 'ready', 'closed', 'withdrawn')),
  is_open boolean not null generated always as (status not in ('closed', 'withdrawn')) stored,
  received_at timestamptz not null,
  due_on date not null,
  assignee_id uuid,
  -- Whom it is about, sealed under the key of the case, and that key wrapped for this authority.
  label bytea not null,
  wrapped_key bytea not null check (octet_length(wrapped_key) between 40 and 400),
  primary key (case_id, authority_id)
);
-- One for each order and scope of the inbox (lists/inbox.ts). A fresh case stands in three of them.
create index case_authority_due on hall.case_authority (authority_id, due_on, case_id) where is_open;
create index case_authority_newest on hall.case_authority (authority_id, received_at desc, case_id desc) where is_open;
create index case_authority_mine on hall.case_authority (authority_id, assignee_id, due_on, case_id)
  where is_open and assignee_id is not null;
create index case_authority_unassigned on hall.case_authority (authority_id, due_on, case_id)
  where is_open and assignee_id is null;
create index case_authority_pending on hall.case_authority (authority_id, status, due_on, case_id)
  where is_open and status in ('waiting', 'ready');
create index case_authority_closed on hall.case_authority (authority_id, received_at desc, case_id desc) where not is_open;

-- Who applied: a person with an account, or the holder of the draft it was made from.
create table hall.case_person (
  case_id uuid primary key references hall.case_record on delete cascade,
  draft_id uuid not null unique,
  person_id uuid
);
create index case_person_person on hall.case_person (person_id) where person_id is not null;

create table hall.application (
  case_id uuid primary key,
  authority_id uuid not null,
  sealed bytea not null,
  foreign key (case_id, authority_id) references hall.case_authority on delete cascade
);

create table hall.case_event (
  case_id uuid not null,
  number integer not null check (number > 0),
  authority_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind ~ '^[a-z][a-z-]+$'),
  actor_kind text not null,
  actor_id uuid,
  -- Ids and ways, never words.
  refs jsonb not null,
  sealed bytea,
  primary key (case_id, number),
  foreign key (case_id, authority_id) references hall.case_authority on delete cascade
);

-- Written by staff for staff of the same authority.
create table hall.case_note (
  id uuid primary key,
  case_id uuid not null,
  authority_id uuid not null,
  author_id uuid not null,
  written_at timestamptz not null,
  sealed bytea not null,
  foreign key (case_id, authority_id) references hall.case_authority on delete cascade
);
create index case_note_case on hall.case_note (case_id, written_at);

-- Keyed hashes of words and prefixes, for finding a case among one's own.
create table hall.case_term (
  authority_id uuid not null,
  term bytea not null check (octet_length(term) = 8),
  case_id uuid not null,
  primary key (authority_id, term, case_id),
  foreign key (case_id, authority_id) references hall.case_authority on delete cascade
);
create index case_term_case on hall.case_term (case_id, authority_id);

-- Cases of the principal that are few: their own, that of their draft, the one named by the context, and those in
-- which their authority takes part without leading.
create function hall.my_few_cases() returns setof uuid language sql stable parallel safe as $$
  select hall.case_id() where hall.case_id() is not null
  union all
  select case_id from hall.case_person where person_id = hall.person() and hall.kind() = 'person'
  union all
  select case_id from hall.case_person where draft_id = hall.draft_id()
  union all
  select case_id from hall.case_authority
   where authority_id = hall.authority() and not is_lead and hall.kind() = 'staff'
$$;
-- All of them. Ask `exists (… where mine.id = x.case_id)`: it then looks for one case, not through all.
create or replace function hall.my_cases() returns setof uuid language sql stable parallel safe as $$
  select hall.case_id() where hall.case_id() is not null
  union all
  select case_id from hall.case_person where person_id = hall.person() and hall.kind() = 'person'
  union all
  select case_id from hall.case_person where draft_id = hall.draft_id()
  union all
  select case_id from hall.case_authority where authority_id = hall.authority() and hall.kind() = 'staff'
$$;
create index case_authority_beside on hall.case_authority (authority_id) where not is_lead;

alter table hall.case_record enable row level security;
alter table hall.case_record force row level security;
alter table hall.case_authority enable row level security;
alter table hall.case_authority force row level security;
alter table hall.case_person enable row level security;
alter table hall.case_person force row level security;
alter table hall.application enable row level security;
alter table hall.application force row level security;
alter table hall.case_event enable row level security;
alter table hall.case_event force row level security;
alter table hall.case_note enable row level security;
alter table hall.case_note force row level security;
alter table hall.case_term enable row level security;
alter table hall.case_term force row level security;

-- The applicant's side. Nobody else sees it: policies below may ask it without asking back.
create policy case_person_mine on hall.case_person for select to hall_app using (
  (person_id = (select hall.person()) and (select hall.kind()) = 'person')
  or draft_id = (select hall.draft_id()) or case_id = (select hall.case_id())
);
create policy case_person_apply on hall.case_person for insert to hall_app with check (
  (person_id = (select hall.person()) and (select hall.kind()) = 'person')
  or (person_id is null and draft_id = (select hall.draft_id()) and (select hall.kind()) = 'applicant')
);

-- The authority's side.
create policy case_authority_staff on hall.case_authority for select to hall_app
  using (authority_id = (select hall.authority()) and (select hall.kind()) = 'staff');
create policy case_authority_few on hall.case_authority for select to hall_app using (
  case_id = (select hall.case_id()) or case_id = any(array(select p.case_id from hall.case_person p))
);
create policy case_authority_apply on hall.case_authority for insert to hall_app
  with check (is_lead and case_id = any(array(select p.case_id from hall.case_person p)));
create policy case_authority_go_on on hall.case_authority for update to hall_app using (
  (authority_id = (select hall.authority()) and (select hall.kind()) = 'staff')
  or case_id = (select hall.case_id()) or case_id = any(array(select p.case_id from hall.case_person p))
);

create policy case_record_read on hall.case_record for select to hall_app using (
  (authority_id = (select hall.authority()) and (select hall.kind()) = 'staff')
  or id = any(array(select mine.id from hall.my_few_cases() as mine(id)))
);
create policy case_record_by_token on hall.case_record for select to hall_app using (token = (select hall.case_token()));
create policy case_record_apply on hall.case_record for insert to hall_app with check (
  (person_id = (select hall.person()) and (select hall.kind()) = 'person')
  or (person_id is null and draft_id = (select hall.draft_id()) and (select hall.kind()) = 'applicant')
);
create policy case_record_go_on on hall.case_record for update to hall_app using (
  (authority_id = (select hall.authority()) and (select hall.kind()) = 'staff')
  or id = any(array(select mine.id from hall.my_few_cases() as mine(id)))
);
-- A case is destroyed by the job that was made for it, and not before it has ended. The rest goes with it.
create policy case_record_destroy on hall.case_record for delete to hall_app using (
  id = (select hall.case_id()) and (select hall.kind()) = 'job' and status in ('closed', 'withdrawn')
);

create policy application_read on hall.application for select to hall_app using (
  (authority_id = (select hall.authority()) and (select hall.kind()) = 'staff')
  or case_id = any(array(select mine.id from hall.my_few_cases() as mine(id)))
);
create policy application_apply on hall.application for insert to hall_app
  with check (case_id = any(array(select p.case_id from hall.case_person p)));

create policy case_event_read on hall.case_event for select to hall_app using (
  (authority_id = (select hall.authority()) and (select hall.kind()) = 'staff')
  or case_id = any(array(select mine.id from hall.my_few_cases() as mine(id)))
);
create policy case_event_write on hall.case_event for insert to hall_app with check (
  actor_kind = (select hall.kind()) and actor_id is not distinct from (select hall.person())
  and ((authority_id = (select hall.authority()) and (select hall.kind()) = 'staff')
    or case_id = any(array(select mine.id from hall.my_few_cases() as mine(id))))
);

create policy case_note_own_authority on hall.case_note for select to hall_app
  using (authority_id = (select hall.authority()) and (select hall.kind()) = 'staff');
create policy case_note_write on hall.case_note for insert to hall_app with check (
  authority_id = (select hall.authority()) and author_id = (select hall.person()) and (select hall.kind()) = 'staff'
);

create policy case_term_search on hall.case_term for select to hall_app
  using (authority_id = (select hall.authority()) and (select hall.kind()) = 'staff');
create policy case_term_write on hall.case_term for insert to hall_app
  with check (case_id = any(array(select p.case_id from hall.case_person p)));

grant select, insert, delete on hall.case_record to hall_app;
grant update (status, outcome, revision, delivered_at) on hall.case_record to hall_app;
grant select, insert on hall.case_authority, hall.case_person, hall.application, hall.case_event, hall.case_note, hall.case_term
  to hall_app;
grant update (status, assignee_id) on hall.case_authority to hall_app;
