-- Who is who: accounts, the log-ins that lead to them, what providers said, staff, sessions, e-mail codes.
--
-- Two settings work as keys: `hall.session` (sha256 of the cookie's token) and `hall.login` (sha256 of portal, provider
-- and subject). Before sign-in nobody is anybody, so a session and a log-in are found by the one who can name them,
-- under the principal `anonymous`, and by no other query: no function with the owner's rights is needed. Only hashes
-- are kept: a stolen copy of these tables opens no session and names no subject. What providers said is sealed.

create function hall.session_key() returns bytea language sql stable parallel safe
  as $$ select decode(nullif(current_setting('hall.session', true), ''), 'hex') $$;
create function hall.login_key() returns bytea language sql stable parallel safe
  as $$ select decode(nullif(current_setting('hall.login', true), ''), 'hex') $$;

-- A person (or a member of staff) as one portal knows them. The same person at another portal is another account.
create table hall.account (
  id uuid primary key,
  portal text not null check (portal ~ '^[a-z]{2,12}$'),
  kind text not null check (kind in ('person', 'staff')),
  opened_at timestamptz not null
);

create table hall.login (
  key bytea primary key check (octet_length(key) = 32),
  account_id uuid not null references hall.account on delete cascade,
  provider text not null,
  first_at timestamptz not null,
  last_at timestamptz not null
);
create index login_account on hall.login (account_id);

-- What a provider said about the person; its source, level and date lock it (DESIGN.md §4, invariant 9: sealed).
create table hall.profile_attribute (
  account_id uuid not null references hall.account on delete cascade,
  name text not null check (name ~ '^[a-z][A-Za-z]+$'),
  sealed bytea not null,
  source text not null,
  level text not null check (level in ('low', 'substantial', 'high')),
  verified_at timestamptz not null,
  primary key (account_id, name)
);

-- Where somebody works, as their authority's provider said at the last sign-in. No authority: an operator.
create table hall.staff_membership (
  account_id uuid not null references hall.account on delete cascade,
  authority_id uuid,
  role text not null check (role in ('caseworker', 'lead', 'read-only', 'clerk', 'auditor', 'operator')),
  sealed_name bytea not null,
  confirmed_at timestamptz not null,
  check ((role = 'operator') = (authority_id is null)),
  unique nulls not distinct (account_id, authority_id, role)
);
create index staff_membership_authority on hall.staff_membership (authority_id);

create table hall.session (
  -- sha256 of the token; the token itself is only in the cookie.
  id bytea primary key check (octet_length(id) = 32),
  account_id uuid not null references hall.account on delete cascade,
  portal text not null,
  area text not null check (area in ('portal', 'workbench')),
  level text not null check (level in ('low', 'substantial', 'high')),
  authority_id uuid,
  role text check (role in ('caseworker', 'lead', 'read-only', 'clerk', 'auditor', 'operator')),
  sealed_name bytea not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  check (area = 'workbench' or role is null)
);
create index session_account on hall.session (account_id);
create index session_created on hall.session (created_at);

-- A code sent to an e-mail address, to show that it can be read by who typed it. One for each subject (a draft, a case,
-- an account) and purpose; tries and sendings are counted by window, so that asking anew does not buy new tries.
create table hall.email_code (
  subject_id uuid not null,
  purpose text not null check (purpose ~ '^[a-z-]+$'),
  address_hash bytea not null check (octet_length(address_hash) = 32),
  code_hash bytea not null check (octet_length(code_hash) = 32),
  tries integer not null check (tries between 0 and 10),
  sendings integer not null check (sendings between 1 and 5),
  window_began_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (subject_id, purpose)
);

alter table hall.account enable row level security;
alter table hall.account force row level security;
alter table hall.login enable row level security;
alter table hall.login force row level security;
alter table hall.profile_attribute enable row level security;
alter table hall.profile_attribute force row level security;
alter table hall.staff_membership enable row level security;
alter table hall.staff_membership force row level security;
alter table hall.session enable row level security;
alter table hall.session force row level security;
alter table hall.email_code enable row level security;
alter table hall.email_code force row level security;

create policy account_own on hall.account to hall_app
  using (id = (select hall.person()) and (select hall.kind()) = 'person')
  with check (id = (select hall.person()) and (select hall.kind()) = 'person');

create policy login_by_key on hall.login for select to hall_app using (key = (select hall.login_key()));
create policy login_own on hall.login to hall_app
  using (account_id = (select hall.person()) and (select hall.kind()) = 'person')
  with check (account_id = (select hall.person()) and (select hall.kind()) = 'person');

create policy profile_own on hall.profile_attribute to hall_app
  using (account_id = (select hall.person()) and (select hall.kind()) = 'person')
  with check (account_id = (select hall.person()) and (select hall.kind()) = 'person');

-- Staff know their colleagues; a membership is written only in the job of a staff sign-in, for its one account.
create policy membership_own on hall.staff_membership for select to hall_app using (account_id = (select hall.person()));
create policy membership_colleagues on hall.staff_membership for select to hall_app
  using ((select hall.kind()) = 'staff' and authority_id = (select hall.authority()));
create policy membership_sign_in on hall.staff_membership to hall_app
  using ((select hall.kind()) = 'job' and account_id = (select hall.person()))
  with check ((select hall.kind()) = 'job' and account_id = (select hall.person())
              and authority_id is not distinct from (select hall.authority()));

create policy session_by_key on hall.session for select to hall_app using (id = (select hall.session_key()));
create policy session_see on hall.session for update to hall_app using (id = (select hall.session_key()));
create policy session_end on hall.session for delete to hall_app using (id = (select hall.session_key()));
create policy session_own on hall.session for select to hall_app using (account_id = (select hall.person()));
create policy session_end_own on hall.session for delete to hall_app using (account_id = (select hall.person()));
-- A staff session needs the membership that its sign-in has just confirmed.
create policy session_begin on hall.session for insert to hall_app with check (
  account_id = (select hall.person()) and (select hall.kind()) = 'person'
  and (role is null or exists (
    select from hall.staff_membership m
     where m.account_id = session.account_id and m.role = session.role
       and m.authority_id is not distinct from session.authority_id))
);
create policy session_sweep on hall.session for delete to hall_app using ((select hall.kind()) = 'job' and created_at < now() - interval '12 hours');
create policy session_sweep_find on hall.session for select to hall_app using ((select hall.kind()) = 'job' and created_at < now() - interval '12 hours');

create policy email_code_own on hall.email_code to hall_app
  using (subject_id in ((select hall.draft_id()), (select hall.case_id()), (select hall.person())))
  with check (subject_id in ((select hall.draft_id()), (select hall.case_id()), (select hall.person())));

grant select, insert, delete on hall.account to hall_app;
grant select, insert, update, delete on hall.login, hall.profile_attribute, hall.staff_membership, hall.email_code to hall_app;
grant select, insert, delete on hall.session to hall_app;
grant update (seen_at) on hall.session to hall_app;
