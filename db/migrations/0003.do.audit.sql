-- The log that proves itself (DESIGN.md §4, invariants 7 and 8).
--
-- One hash chain per authority and one per portal ('chain' is the authority's or portal's key). An entry holds ids and
-- a salted hash of its details; the details stand apart, sealed, and can be destroyed without breaking the chain.
-- `audit_head` is locked last in a transaction, heads in order of their chain, so that chains never deadlock.

create table hall.audit_head (
  chain text primary key,
  number bigint not null check (number >= 0),
  hash bytea not null check (octet_length(hash) = 32)
);

create table hall.audit_entry (
  chain text not null,
  number bigint not null check (number > 0),
  at timestamptz not null,
  act text not null check (act ~ '^[a-z][a-z.-]+$'),
  actor_kind text not null check (actor_kind in ('anonymous', 'applicant', 'person', 'staff', 'operator', 'job', 'application')),
  actor_id uuid,
  acting_for uuid,
  authority_id uuid,
  -- The case, draft, document or account that it is about, and the person concerned.
  subject_kind text,
  subject_id uuid,
  person_id uuid,
  details_hash bytea check (octet_length(details_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (chain, number)
);
create index audit_entry_subject on hall.audit_entry (subject_id, at desc);
create index audit_entry_person on hall.audit_entry (person_id, at desc) where person_id is not null;

create table hall.audit_detail (
  chain text not null,
  number bigint not null,
  salt bytea not null check (octet_length(salt) = 32),
  details jsonb not null,
  primary key (chain, number),
  foreign key (chain, number) references hall.audit_entry
);

alter table hall.audit_head enable row level security;
alter table hall.audit_head force row level security;
alter table hall.audit_entry enable row level security;
alter table hall.audit_entry force row level security;
alter table hall.audit_detail enable row level security;
alter table hall.audit_detail force row level security;

create policy audit_head_use on hall.audit_head to hall_app
  using ((select hall.kind()) is not null) with check ((select hall.kind()) is not null);
create policy audit_entry_write on hall.audit_entry for insert to hall_app
  with check (actor_kind = (select hall.kind()) and actor_id is not distinct from (select hall.person()));
-- A person sees who looked at what concerns them; staff see their own authority's log; operators see no case entries.
create policy audit_entry_read on hall.audit_entry for select to hall_app using (
  (person_id = (select hall.person()) and (select hall.kind()) = 'person')
  or ((select hall.kind()) = 'staff' and authority_id = (select hall.authority()))
  or ((select hall.kind()) = 'applicant' and subject_id = (select hall.case_id()))
);
create policy audit_detail_write on hall.audit_detail for insert to hall_app with check ((select hall.kind()) is not null);
create policy audit_detail_read on hall.audit_detail for select to hall_app using (
  exists (select from hall.audit_entry e where e.chain = audit_detail.chain and e.number = audit_detail.number)
);
-- The worker publishes heads as signed checkpoints; it reads nothing but heads.
create policy audit_head_checkpoint on hall.audit_head for select to hall_worker using (true);

-- `verify-audit` reads every row as the owner of the tables, who answers no requests.
create policy audit_head_verify on hall.audit_head for select to hall_owner using (true);
create policy audit_entry_verify on hall.audit_entry for select to hall_owner using (true);
create policy audit_detail_verify on hall.audit_detail for select to hall_owner using (true);

grant select, insert, update on hall.audit_head to hall_app;
grant select, insert on hall.audit_entry, hall.audit_detail to hall_app;
grant select on hall.audit_head to hall_worker;
