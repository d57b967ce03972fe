-- Keys, files and verification codes.
--
-- What people write lies encrypted under a key of its own for each draft or case; that key lies here, wrapped by the
-- key of the authority, which never enters the database. Deleting the row is deleting what was written.

-- The cases in which the principal takes part. Participation comes with the cases, which replace this body.
create function hall.my_cases() returns setof uuid language sql stable parallel safe
  as $$ select null::uuid where false $$;

create table hall.data_key (
  id uuid primary key,
  draft_id uuid unique,
  -- Set when the draft is handed over to its case: what the draft's files are sealed with stays the same.
  case_id uuid unique,
  authority_id uuid not null,
  -- Who began the draft, when signed in.
  person_id uuid,
  wrapped bytea not null check (octet_length(wrapped) between 40 and 400),
  created_at timestamptz not null,
  check (draft_id is not null or case_id is not null)
);
create index data_key_person on hall.data_key (person_id) where person_id is not null;

create table hall.file (
  id uuid primary key,
  draft_id uuid,
  case_id uuid,
  person_id uuid,
  kind text not null check (kind in ('upload', 'letter', 'receipt')),
  -- The form's field that it answers.
  field text check (octet_length(field) <= 200),
  -- Name and checksum, sealed.
  sealed_facts bytea not null,
  type text not null check (type ~ '^[a-z]+/[a-z0-9.+-]+$'),
  size_bytes bigint not null check (size_bytes >= 0),
  state text not null check (state in ('quarantined', 'clean', 'refused')),
  reason text check (reason ~ '^[a-z-]+$'),
  stored_at timestamptz not null,
  check (draft_id is not null or case_id is not null)
);
create index file_draft on hall.file (draft_id) where draft_id is not null;
create index file_case on hall.file (case_id) where case_id is not null;

-- Which files have a row, for the sweeper of the disk: ids only, so that it need not see the files themselves.
create table hall.file_place (
  id uuid primary key references hall.file on delete cascade
);

-- A letter's verification code. The code stands only on the letter: here are its hash and what the letter says,
-- sealed under a key that is derived from the code.
create table hall.document_code (
  code_hash bytea primary key check (octet_length(code_hash) = 32),
  document_id uuid not null,
  case_id uuid not null,
  authority_id uuid not null,
  sealed_statement bytea not null,
  issued_at timestamptz not null,
  revoked_at timestamptz
);
create index document_code_document on hall.document_code (document_id);
create index document_code_case on hall.document_code (case_id);

-- The hash of the code that somebody holds in their hands.
create function hall.code_key() returns bytea language sql stable parallel safe
  as $$ select decode(nullif(current_setting('hall.code_key', true), ''), 'hex') $$;

alter table hall.data_key enable row level security;
alter table hall.data_key force row level security;
alter table hall.file enable row level security;
alter table hall.file force row level security;
alter table hall.file_place enable row level security;
alter table hall.file_place force row level security;
alter table hall.document_code enable row level security;
alter table hall.document_code force row level security;

create policy data_key_mine on hall.data_key to hall_app using (
  draft_id = (select hall.draft_id()) or case_id = (select hall.case_id())
  or (person_id = (select hall.person()) and (select hall.kind()) = 'person')
  or exists (select from hall.my_cases() as mine(id) where mine.id = data_key.case_id)
);
create policy file_mine on hall.file to hall_app using (
  draft_id = (select hall.draft_id()) or case_id = (select hall.case_id())
  or (person_id = (select hall.person()) and (select hall.kind()) = 'person')
  or exists (select from hall.my_cases() as mine(id) where mine.id = file.case_id)
);
-- The sweep finds what has waited long for a scan, and asks for it again; it opens nothing.
create policy file_unscanned on hall.file for select to hall_app
  using ((select hall.kind()) = 'job' and state = 'quarantined' and stored_at < now() - interval '1 day');
create policy file_place_write on hall.file_place for insert to hall_app
  with check (exists (select from hall.file f where f.id = file_place.id));
create policy file_place_read on hall.file_place for select to hall_app using ((select hall.kind()) = 'job');

create policy document_code_held on hall.document_code for select to hall_app using (code_hash = (select hall.code_key()));
create policy document_code_mine on hall.document_code to hall_app using (
  case_id = (select hall.case_id())
  or exists (select from hall.my_cases() as mine(id) where mine.id = document_code.case_id)
);

grant select, insert, delete on hall.data_key, hall.file, hall.document_code to hall_app;
grant update (case_id, authority_id, person_id, wrapped) on hall.data_key to hall_app;
grant update (case_id, person_id, state, reason) on hall.file to hall_app;
grant update (revoked_at) on hall.document_code to hall_app;
grant select, insert on hall.file_place to hall_app;
